import { SIZE } from '../size';
import { modelsOfAgent } from './ids';
import { pipelineName } from './pipelines';
import { forEachNumber, send } from './send';
import { text } from './text';

/** A query as applications store it: no JSON before its placeholders are filled in. */
function source(number: number): string {
  const query = JSON.stringify({
    _source: { excludes: ['*_vector'] },
    search_pipeline: pipelineName((number * 6 + 1) % SIZE.pipelines),
    query: {
      hybrid: {
        queries: [
          { match: { title: { query: '{{question}}', boost: 1.2 } } },
          { neural: { title_vector: { query_text: '{{question}}', model_id: '{{model_id}}' } } },
          { term: { section: text(number, 120) } },
        ],
      },
    },
  });
  const { tool } = modelsOfAgent(number);
  return `{"size":{{size}},${query.slice(1)}`.replace('{{model_id}}', tool);
}

/** Stored search templates, a neural query in each. */
export function fillSearchTemplates(url: string): Promise<void> {
  return forEachNumber(0, SIZE.searchTemplates, (number) =>
    send('PUT', `${url}/_scripts/bench-${number}`, {
      script: { lang: 'mustache', source: source(number) },
    })
  );
}
