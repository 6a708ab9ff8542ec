import { SIZE } from '../size';
import { pipelineName } from './pipelines';
import { forEachNumber, send, type Json } from './send';

function index(number: number): Json {
  const ingest = pipelineName((number * 6) % SIZE.pipelines);
  const search = pipelineName((number * 6 + 1) % SIZE.pipelines);
  return {
    settings: {
      number_of_shards: 1,
      number_of_replicas: 0,
      ...(number % 2 === 0 && { default_pipeline: ingest }),
      ...(number % 10 === 0 && { final_pipeline: ingest }),
      ...(number % 3 === 0 && { 'index.search.default_pipeline': search }),
    },
    mappings: {
      properties: Object.fromEntries(
        Array.from({ length: 10 + (number % 20) }, (_, field) => [
          `field_${field}`,
          { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } },
        ])
      ),
    },
  };
}

/** Small empty indexes, half of them with a default pipeline. */
export function fillIndexes(url: string): Promise<void> {
  return forEachNumber(0, SIZE.indexes, (number) =>
    send('PUT', `${url}/bench-${number}?wait_for_active_shards=0`, index(number))
  );
}
