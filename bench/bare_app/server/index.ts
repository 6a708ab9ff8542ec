import type { CoreSetup, ValidationFunction } from '../../../server/platform';

/** As many models as the bare application shows at once. */
const ROWS = 20;

interface Page {
  from: number;
  search: string;
}

/** Takes what is sent as it is: only the benchmark sends anything. */
const asSent =
  <T>(): ValidationFunction<T> =>
  (sent, { ok }) =>
    ok(sent as T);

/** The least that a server can do for a list of models: it sends one search on, and its answer back. */
class BareModels {
  setup({ http }: CoreSetup): void {
    http.createRouter().post(
      {
        path: '/api/bare_models',
        validate: { params: asSent(), query: asSent(), body: asSent<Page>() },
      },
      async ({ core }, { body: { from, search } }, response) => {
        const answer = await core.opensearch.client.asCurrentUser.transport.request({
          method: 'POST',
          path: '/_plugins/_ml/models/_search',
          body: {
            from,
            size: ROWS,
            track_total_hits: true,
            sort: [{ 'name.keyword': 'asc' }],
            query: {
              bool: {
                must: search === '' ? [] : [{ match_phrase: { name: search } }],
                must_not: [{ exists: { field: 'chunk_number' } }],
              },
            },
          },
        });
        return response.ok({ body: answer.body });
      }
    );
  }
}

/** What the platform calls to get the plugin. */
export function plugin() {
  return new BareModels();
}
