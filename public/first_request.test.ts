import { createQueryClient } from './api/query_client';
import { requestFirstPage } from './first_request';
import { takeFirstPage } from './queries';
import { FakeServer, httpError } from './test_support/fake_server';
import { aList, aModel } from './test_support/fixtures';

const MODELS = 'GET /api/ml_models/models';

async function requestFor(address: string, hasDataSources = false) {
  const server = new FakeServer().on(MODELS, aList([aModel()]));
  const [pathname = '', query] = address.split('?');
  const location = { pathname, search: query === undefined ? '' : `?${query}` };
  const services = Promise.resolve([server] as const);
  return { server, first: await requestFirstPage(services, { location }, hasDataSources) };
}

it.each(['', '/'])('asks for the page of the list that the address %p says', async (root) => {
  const { server, first } = await requestFor(
    `${root}?state=DEPLOYED&page=2&dataSourceId=ds1`,
    true
  );
  expect(server.sent.map(({ query }) => query)).toEqual([
    {
      state: ['DEPLOYED'],
      sort_field: 'name',
      sort_order: 'asc',
      from: 25,
      size: 25,
      data_source_id: 'ds1',
    },
  ]);
  expect((await first?.answer)?.models).toHaveLength(1);
});

it.each([
  ['/models/m1', false],
  ['/clean-up', false],
  // which one it is, the picker says
  ['', true],
  ['/', true],
])('asks for nothing at %s where there are data sources: %s', async (address, hasDataSources) => {
  const { server, first } = await requestFor(address, hasDataSources);
  expect(first).toBeNull();
  expect(server.sent).toEqual([]);
});

it('is read again by a refresh', async () => {
  const { server, first } = await requestFor('');
  if (!first) throw new Error('Nothing was asked for.');
  const queryClient = createQueryClient();
  takeFirstPage(queryClient, first);
  await first.answer;
  server.on(MODELS, aList([]));
  await queryClient.refetchQueries();
  expect(server.sent).toHaveLength(2);
  expect(queryClient.getQueriesData(['models']).map(([, data]) => data)).toEqual([aList([])]);
  queryClient.clear();
});

it('leaves an error to the page', async () => {
  const server = new FakeServer().on(MODELS, httpError(502, 'boom'));
  const location = { pathname: '/', search: '' };
  const first = await requestFirstPage(Promise.resolve([server] as const), { location }, false);
  await expect(first?.answer).rejects.toMatchObject({ message: 'boom' });
});
