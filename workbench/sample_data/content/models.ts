import type { ConnectorName } from './connectors';
import type { JsonObject } from './json';
import type { ModelGroupName } from './model_groups';

interface Named {
  name: string;
  /** Tells versions of one name apart; ML Commons gives out the version numbers. */
  description?: string;
}

/** A model behind a connector. */
export interface RemoteModel extends Named {
  kind: 'remote';
  group: ModelGroupName;
  connector: ConnectorName;
  state: 'REGISTERED' | 'DEPLOYED' | 'UNDEPLOYED';
  /** The key of the model that checks what goes in. */
  inputGuardrail?: string;
}

/** A model with its own copy of a connector, in the group that ML Commons makes for it. */
export interface EmbeddedModel extends Named {
  kind: 'embedded';
  connector: ConnectorName;
  state: 'REGISTERED';
}

/** A model whose content lies in the cluster; only a TEXT_EMBEDDING keeps its description. */
export interface LocalModel extends Named {
  kind: 'local';
  group: ModelGroupName;
  functionName:
    | 'TEXT_EMBEDDING'
    | 'SPARSE_ENCODING'
    | 'SPARSE_TOKENIZE'
    | 'TEXT_SIMILARITY'
    | 'QUESTION_ANSWERING';
  modelConfig: JsonObject;
  state: 'REGISTERING' | 'REGISTERED' | 'DEPLOY_FAILED';
}

/** A model that the cluster trains on numbers; it has neither group nor description. */
export interface TrainedModel extends Named {
  kind: 'trained';
  algorithm: string;
  parameters: JsonObject;
  columns: readonly string[];
  rows: readonly (readonly number[])[];
  state: 'TRAINED';
}

export type SampleModel = RemoteModel | EmbeddedModel | LocalModel | TrainedModel;

const denseConfig = {
  model_type: 'bert',
  embedding_dimension: 384,
  framework_type: 'sentence_transformers',
  all_config: '{"architectures":["BertModel"],"hidden_size":384}',
  additional_config: { space_type: 'l2' },
} as const;

const sparseConfig = {
  model_type: 'distilbert',
  embedding_dimension: 1,
  framework_type: 'sentence_transformers',
} as const;

export const sampleModels = {
  'catalog-embeddings-1': {
    kind: 'remote',
    group: 'catalog-embeddings',
    name: 'catalog-embeddings',
    description: 'Titles only, 384 dimensions. Replaced in March.',
    connector: 'embeddings-gateway',
    state: 'UNDEPLOYED',
  },
  'catalog-embeddings-2': {
    kind: 'remote',
    group: 'catalog-embeddings',
    name: 'catalog-embeddings',
    description: 'Titles and descriptions, 768 dimensions. Live in the shop.',
    connector: 'embeddings-gateway',
    state: 'DEPLOYED',
  },
  'catalog-embeddings-3': {
    kind: 'remote',
    group: 'catalog-embeddings',
    name: 'catalog-embeddings',
    description: 'Candidate with 1024 dimensions, being measured offline.',
    connector: 'embeddings-gateway',
    state: 'DEPLOYED',
  },
  'product-photo-embeddings-1': {
    kind: 'remote',
    group: 'product-photo-embeddings',
    name: 'product-photo-embeddings',
    connector: 'image-embeddings-gateway',
    state: 'UNDEPLOYED',
  },
  'product-photo-embeddings-2': {
    kind: 'remote',
    group: 'product-photo-embeddings',
    name: 'product-photo-embeddings',
    description: 'Photos and captions in one space.',
    connector: 'image-embeddings-gateway',
    state: 'DEPLOYED',
  },
  'sparse-doc-encoder-1': {
    kind: 'local',
    group: 'sparse-encoders',
    name: 'sparse-doc-encoder',
    functionName: 'SPARSE_ENCODING',
    modelConfig: sparseConfig,
    state: 'REGISTERED',
  },
  'sparse-doc-encoder-2': {
    kind: 'remote',
    group: 'sparse-encoders',
    name: 'sparse-doc-encoder',
    description: 'The same encoder behind the gateway.',
    connector: 'sparse-encoder-gateway',
    state: 'DEPLOYED',
  },
  'sparse-query-tokenizer': {
    kind: 'local',
    group: 'sparse-encoders',
    name: 'sparse-query-tokenizer',
    functionName: 'SPARSE_TOKENIZE',
    modelConfig: sparseConfig,
    state: 'REGISTERED',
  },
  'cross-encoder-rerank-1': {
    kind: 'local',
    group: 'rerankers',
    name: 'cross-encoder-rerank',
    functionName: 'TEXT_SIMILARITY',
    modelConfig: sparseConfig,
    state: 'REGISTERED',
  },
  'cross-encoder-rerank-2': {
    kind: 'remote',
    group: 'rerankers',
    name: 'cross-encoder-rerank',
    description: 'Reorders the first 50 products.',
    connector: 'rerank-gateway',
    state: 'DEPLOYED',
  },
  'knowledge-base-rerank': {
    kind: 'remote',
    group: 'rerankers',
    name: 'knowledge-base-rerank',
    connector: 'rerank-gateway',
    state: 'REGISTERED',
  },
  'query-rewriter-1': {
    kind: 'remote',
    group: 'query-understanding',
    name: 'query-rewriter',
    description: 'Spelling only.',
    connector: 'chat-gateway',
    state: 'UNDEPLOYED',
  },
  'query-rewriter-2': {
    kind: 'remote',
    group: 'query-understanding',
    name: 'query-rewriter',
    description: 'Spelling, synonyms and sizes.',
    connector: 'chat-gateway',
    state: 'DEPLOYED',
  },
  'query-intent-classifier': {
    kind: 'remote',
    group: 'query-understanding',
    name: 'query-intent-classifier',
    connector: 'classifier-gateway',
    state: 'REGISTERED',
  },
  'support-embeddings-1': {
    kind: 'remote',
    group: 'support-embeddings',
    name: 'support-embeddings',
    description: 'English only.',
    connector: 'embeddings-gateway',
    state: 'UNDEPLOYED',
  },
  'support-embeddings-2': {
    kind: 'remote',
    group: 'support-embeddings',
    name: 'support-embeddings',
    description: 'English, German and Polish.',
    connector: 'embeddings-gateway',
    state: 'UNDEPLOYED',
  },
  'support-embeddings-3': {
    kind: 'remote',
    group: 'support-embeddings',
    name: 'support-embeddings',
    connector: 'embeddings-gateway',
    state: 'REGISTERED',
  },
  'ticket-summarizer': {
    kind: 'remote',
    group: 'support-automation',
    name: 'ticket-summarizer',
    description: 'Three sentences for the handover between shifts.',
    connector: 'chat-gateway',
    state: 'REGISTERED',
  },
  'ticket-triage': {
    kind: 'remote',
    group: 'support-automation',
    name: 'ticket-triage',
    description: 'Queue and urgency of a new ticket.',
    connector: 'classifier-gateway',
    state: 'REGISTERED',
  },
  'ticket-language-detector': {
    kind: 'remote',
    group: 'support-automation',
    name: 'ticket-language-detector',
    connector: 'classifier-gateway',
    state: 'UNDEPLOYED',
  },
  'assistant-llm-1': {
    kind: 'remote',
    group: 'chat-models',
    name: 'assistant-llm',
    description: "Last year's model.",
    connector: 'chat-gateway',
    state: 'UNDEPLOYED',
  },
  'assistant-llm-2': {
    kind: 'remote',
    group: 'chat-models',
    name: 'assistant-llm',
    description: 'Behind every assistant in production.',
    connector: 'chat-gateway',
    state: 'DEPLOYED',
  },
  'assistant-llm-3': {
    kind: 'remote',
    group: 'chat-models',
    name: 'assistant-llm',
    description: 'Pilot, waits for the approval of the works council.',
    connector: 'chat-gateway',
    state: 'REGISTERED',
  },
  'assistant-llm-large': {
    kind: 'remote',
    group: 'chat-models',
    name: 'assistant-llm-large',
    description: 'For long contracts and policies.',
    connector: 'chat-gateway-large',
    state: 'REGISTERED',
  },
  'review-moderation': {
    kind: 'remote',
    group: 'content-moderation',
    name: 'review-moderation',
    description: 'Insults, spam and personal data in reviews.',
    connector: 'classifier-gateway',
    state: 'DEPLOYED',
  },
  'review-moderation-fallback': {
    kind: 'remote',
    group: 'content-moderation',
    name: 'review-moderation-fallback',
    description: 'Word lists, when the large classifier does not answer.',
    connector: 'classifier-gateway',
    state: 'REGISTERED',
  },
  'prompt-guard': {
    kind: 'remote',
    group: 'content-moderation',
    name: 'prompt-guard',
    description: 'Accepts or rejects a prompt.',
    connector: 'classifier-gateway',
    state: 'REGISTERED',
  },
  'assistant-llm-guarded': {
    kind: 'remote',
    group: 'chat-models',
    name: 'assistant-llm-guarded',
    connector: 'chat-gateway',
    state: 'REGISTERED',
    inputGuardrail: 'prompt-guard',
  },
  'intranet-minilm-1': {
    kind: 'local',
    group: 'intranet-documents',
    name: 'intranet-minilm',
    description: 'In use since the move to the new intranet.',
    functionName: 'TEXT_EMBEDDING',
    modelConfig: denseConfig,
    state: 'REGISTERED',
  },
  'intranet-minilm-2': {
    kind: 'local',
    group: 'intranet-documents',
    name: 'intranet-minilm',
    description: 'Quantized. The archive seems to be damaged.',
    functionName: 'TEXT_EMBEDDING',
    modelConfig: denseConfig,
    state: 'DEPLOY_FAILED',
  },
  'intranet-minilm-3': {
    kind: 'local',
    group: 'intranet-documents',
    name: 'intranet-minilm',
    description: 'Upload was broken off.',
    functionName: 'TEXT_EMBEDDING',
    modelConfig: denseConfig,
    state: 'REGISTERING',
  },
  'handbook-embeddings': {
    kind: 'local',
    group: 'handbook',
    name: 'handbook-embeddings',
    description: 'For the semantic fields of the handbook.',
    functionName: 'TEXT_EMBEDDING',
    modelConfig: denseConfig,
    state: 'REGISTERED',
  },
  'handbook-answers': {
    kind: 'local',
    group: 'handbook',
    name: 'handbook-answers',
    functionName: 'QUESTION_ANSWERING',
    modelConfig: { model_type: 'bert', framework_type: 'huggingface_transformers' },
    state: 'REGISTERED',
  },
  'memory-embeddings': {
    kind: 'local',
    group: 'agent-memory',
    name: 'memory-embeddings',
    description: 'Finds again what an assistant was told.',
    functionName: 'TEXT_EMBEDDING',
    modelConfig: denseConfig,
    state: 'REGISTERED',
  },
  'memory-extractor-llm': {
    kind: 'remote',
    group: 'agent-memory',
    name: 'memory-extractor-llm',
    description: 'Decides what is worth remembering.',
    connector: 'chat-gateway',
    state: 'REGISTERED',
  },
  'similar-items-embeddings': {
    kind: 'remote',
    group: 'recommendations',
    name: 'similar-items-embeddings',
    description: 'Vectors are made by a nightly job outside the cluster.',
    connector: 'embeddings-gateway',
    state: 'UNDEPLOYED',
  },
  'translation-de-en': {
    kind: 'remote',
    group: 'translation',
    name: 'translation-de-en',
    description: 'No longer asked since the shop is only in English.',
    connector: 'translation-gateway',
    state: 'UNDEPLOYED',
  },
  'very-long-name': {
    kind: 'remote',
    group: 'speech',
    // Longer than 256 characters, where the cluster's `name.keyword` stops.
    name: 'customer-care-call-transcripts-multilingual-speaker-separated-punctuated-and-anonymized-sentence-embeddings-distilled-768-dimensions-int8-quantized-fine-tuned-on-two-years-of-calls-release-candidate-3-not-to-be-used-before-the-data-protection-officer-has-signed',
    description:
      'The name follows the naming scheme of the former supplier. Every part of it is needed to find the training run again, so nobody has dared to shorten it. Ask the platform team which of its parts still mean something before you register the next version, and write down what they said.',
    connector: 'embeddings-gateway',
    state: 'REGISTERED',
  },
  'pilot-returns-agent-llm': {
    kind: 'embedded',
    name: 'pilot-returns-agent-llm',
    connector: 'chat-gateway',
    state: 'REGISTERED',
  },
  'customer-segments': {
    kind: 'trained',
    name: 'KMEANS',
    algorithm: 'kmeans',
    parameters: { centroids: 3, iterations: 10, distance_type: 'EUCLIDEAN' },
    columns: ['orders', 'returns'],
    rows: [
      [1, 0],
      [2, 0],
      [9, 4],
      [11, 5],
      [30, 2],
      [34, 1],
    ],
    state: 'TRAINED',
  },
  'weekly-units': {
    kind: 'trained',
    name: 'LINEAR_REGRESSION',
    algorithm: 'linear_regression',
    parameters: { target: 'units' },
    columns: ['week', 'units'],
    rows: [
      [1, 120],
      [2, 133],
      [3, 129],
      [4, 151],
    ],
    state: 'TRAINED',
  },
} as const satisfies Record<string, SampleModel>;

export type ModelKey = keyof typeof sampleModels;

/** What the other resources of the sample data need of the models and agents made before them. */
export interface References {
  model(key: ModelKey): string;
  agent(name: string): string;
}
