import type { JsonObject } from './json';

/** A connector of the sample data: what differs between them, not how it is registered. */
export interface SampleConnector {
  description?: string;
  path: string;
  model: string;
  requestBody: string;
  /** What turns ML Commons' own form of a request into the endpoint's, and back. */
  preProcess?: string;
  postProcess?: string;
  parameters?: JsonObject;
}

const chatBody =
  '{ "model": "${parameters.model}", "messages": ${parameters.messages}, "temperature": ${parameters.temperature} }';

const embeddingBody = '{ "model": "${parameters.model}", "input": ${parameters.input} }';

export const sampleConnectors = {
  'embeddings-gateway': {
    description: 'Dense text embeddings, shared by Shop and Support',
    path: '/v1/embeddings',
    model: 'dense-768',
    requestBody: embeddingBody,
    preProcess: 'connector.pre_process.openai.embedding',
    postProcess: 'connector.post_process.openai.embedding',
  },
  'sparse-encoder-gateway': {
    description: 'Sparse token weights for the catalog',
    path: '/v1/sparse',
    model: 'sparse-doc-v2',
    requestBody: embeddingBody,
  },
  'image-embeddings-gateway': {
    description: 'Embeddings of photos and their captions',
    path: '/v1/image-embeddings',
    model: 'photo-512',
    requestBody:
      '{ "inputText": "${parameters.inputText:-null}", "inputImage": "${parameters.inputImage:-null}" }',
  },
  'rerank-gateway': {
    description: 'Cross encoder that scores a query against documents',
    path: '/v1/rerank',
    model: 'cross-encoder-large',
    requestBody: '{ "query": "${parameters.query}", "documents": ${parameters.documents} }',
    preProcess: 'connector.pre_process.cohere.rerank',
    postProcess: 'connector.post_process.cohere.rerank',
  },
  'chat-gateway': {
    description: 'The chat model that the assistants talk to',
    path: '/v1/chat/completions',
    model: 'assistant-medium',
    requestBody: chatBody,
    parameters: { temperature: 0.2 },
  },
  'chat-gateway-large': {
    description: 'The expensive chat model, ask the platform team before using it',
    path: '/v1/chat/completions',
    model: 'assistant-large',
    requestBody: chatBody,
    parameters: { temperature: 0 },
  },
  'classifier-gateway': {
    path: '/v1/classify',
    model: 'classifier-base',
    requestBody: '{ "text": "${parameters.text}" }',
  },
  'translation-gateway': {
    description: 'Contract ends with the year. No model should depend on it.',
    path: '/v1/translate',
    model: 'de-en',
    requestBody: '{ "text": "${parameters.text}", "to": "en" }',
  },
  'speech-gateway-pilot': {
    description: 'Registered for a pilot that never started',
    path: '/v1/transcribe',
    model: 'speech-small',
    requestBody: '{ "audio": "${parameters.audio}" }',
  },
} as const satisfies Record<string, SampleConnector>;

export type ConnectorName = keyof typeof sampleConnectors;
