import { createHash } from 'crypto';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { makeConnector, makeModel, type MadeModel, removeLater } from './fixtures';

/** The vector of a text by a model: another model gives another one. */
function embed(model: string, text: string, dimension: number): number[] {
  const bytes = createHash('sha256').update(`${model}: ${text}`).digest();
  return Array.from({ length: dimension }, (_, at) => (bytes[at % bytes.length] ?? 0) / 255);
}

/**
 * An embedding service with the API of OpenAI, whose models are named by their dimension: `dim-4-a`.
 * Ends with the fixtures. Gives its address. `mayAnswer`: what each of its answers waits for.
 */
export async function startEmbeddingService(
  mayAnswer: () => Promise<unknown> = () => Promise.resolve()
): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { input, model } = JSON.parse(Buffer.concat(chunks).toString()) as {
        input: string[];
        model: string;
      };
      const dimension = Number(/^dim-(\d+)/.exec(model)?.[1] ?? 4);
      const data = input.map((text, index) => ({
        index,
        embedding: embed(model, text, dimension),
      }));
      void mayAnswer().then(() => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ object: 'list', model, data }));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  removeLater(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A deployed model of the service. */
export async function makeEmbeddingModel(
  service: string,
  {
    model = 'dim-4-a',
    dimension = 4,
    ...options
  }: { model?: string; dimension?: number; groupId?: string; deploy?: boolean; name?: string } = {}
): Promise<MadeModel> {
  const connectorId = await makeConnector({
    parameters: { model },
    actions: [
      {
        action_type: 'predict',
        method: 'POST',
        url: `${service}/v1/embeddings`,
        headers: { Authorization: 'Bearer ${credential.key}' },
        request_body: '{ "input": ${parameters.input}, "model": "${parameters.model}" }',
        pre_process_function: 'connector.pre_process.openai.embedding',
        post_process_function: 'connector.post_process.openai.embedding',
      },
    ],
  });
  return makeModel({
    deploy: true,
    ...options,
    connectorId,
    fields: {
      model_config: {
        model_type: 'TEXT_EMBEDDING',
        embedding_dimension: dimension,
        framework_type: 'SENTENCE_TRANSFORMERS',
        all_config: '{}',
        additional_config: { space_type: 'l2' },
      },
    },
  });
}
