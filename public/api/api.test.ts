import { FakeServer, httpError, networkError } from '../test_support/fake_server';
import { aList, aReview } from '../test_support/fixtures';
import { createApi } from './client';
import { ApiError } from './errors';

const REVIEW = 'GET /api/ml_models/models/{model_id}/review';
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

async function errorOf(answer: Error): Promise<ApiError> {
  server.on(REVIEW, answer);
  const call = createApi(server.http).reviewModel('m');
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason
  );
  if (!(error instanceof ApiError)) throw new Error('not an ApiError');
  return error;
}

describe('createApi', () => {
  it('encodes path parameters and names the data source', async () => {
    server.on(REVIEW, aReview());
    const api = createApi(server.http, 'ds1');
    await api.reviewModel('a/b?c');
    expect(server.sent[0]).toMatchObject({
      method: 'GET',
      path: '/api/ml_models/models/a%2Fb%3Fc/review',
      query: { data_source_id: 'ds1' },
    });
  });

  it('sends queries as they are, and no data source for the local cluster', async () => {
    server.on('GET /api/ml_models/models', aList([]));
    const query = { state: ['A', 'B'], from: 0 };
    await createApi(server.http).listModels(query);
    expect(server.sent[0]?.query).toEqual(query);
  });

  it('turns an error answer into one with reason, words and review', async () => {
    const review = aReview();
    const error = await errorOf(
      httpError(409, 'Stopped.', { reason: 'changed', cluster_message: 'words', review })
    );
    expect(error).toMatchObject({
      status: 409,
      reason: 'changed',
      message: 'Stopped.',
      cluster_message: 'words',
      review,
    });
  });

  it('takes a 404 of the platform for no word on the model', async () => {
    expect(await errorOf(httpError(404, 'Not Found'))).toMatchObject({
      status: 404,
      reason: 'unexpected',
    });
  });

  it('says that the server was not reached where there was no answer', async () => {
    expect(await errorOf(networkError())).toMatchObject({
      status: null,
      reason: 'server_unreachable',
    });
  });

  it('lets the platform’s own error through for a call that was cancelled', async () => {
    server.on(REVIEW, () => new Promise(() => undefined));
    const controller = new AbortController();
    const { signal } = controller;
    const call = createApi(server.http).reviewModel('m', { signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
