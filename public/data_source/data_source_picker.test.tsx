import React, { useEffect, useState } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataSourceMenuProps, DataSourceOption } from '../platform/types';
import { aList, aReview, aModel, SAFE_DELETE_ON } from '../test_support/fixtures';
import { aModelAnswer } from '../test_support/graph_fixtures';
import { fakeCore, renderOn } from '../test_support/render_application';
import { FakeServer, httpError } from '../test_support/fake_server';

const LIST = '/api/ml_models/models';
const MODEL = aModel();
const LOCAL = { id: '', label: 'Local cluster' };
const OPTIONS = [LOCAL, { id: 'ds1', label: 'Search' }, { id: 'ds2', label: 'Logs' }];

/** What the platform's menu was given last, and what it chooses by itself. */
let given: DataSourceMenuProps['componentConfig'];
let byItself: DataSourceOption | undefined;
let server: FakeServer;
const user = userEvent.setup();

/** As the platform's: it reads what is chosen when it comes up, and says then what it made of it. */
function Menu({ componentConfig }: DataSourceMenuProps) {
  const [options, setOptions] = useState<DataSourceOption[]>([]);
  const [shown, setShown] = useState<DataSourceOption>();
  given = componentConfig;
  useEffect(() => {
    const { activeOption, onSelectedDataSources } = componentConfig;
    const found = activeOption ? OPTIONS.find(({ id }) => id === activeOption[0]?.id) : byItself;
    setOptions(OPTIONS);
    setShown(found);
    onSelectedDataSources(found ? [found] : []);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as the platform's does
  }, []);
  return (
    <nav>
      <p>Shown: {shown?.label}</p>
      {options.map((option) => (
        <button
          key={option.id}
          onClick={() => {
            setShown(option);
            componentConfig.onSelectedDataSources([option]);
          }}
        >
          {option.label}
        </button>
      ))}
    </nav>
  );
}

beforeEach(() => {
  byItself = LOCAL;
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([MODEL]))
    .on('GET /api/ml_models/models/{model_id}', aModelAnswer({ model: MODEL }))
    .on('GET /api/ml_models/models/{model_id}/review', aReview());
});

function open(url: string) {
  const dataSourceManagement = { ui: { getDataSourceMenu: () => Menu } };
  return renderOn(fakeCore(server), url, { dataSourceManagement });
}

const choose = (name: string) => user.click(screen.getByRole('button', { name }));
const shown = async (name: string) =>
  expect(await screen.findByText(`Shown: ${name}`)).toBeVisible();
/** The data sources of the requests for the list, in their order. */
const asked = () => server.sentTo('GET', LIST).map(({ query }) => query?.data_source_id);

it('shows the data source that the menu chooses by itself, and keeps what was asked for', async () => {
  byItself = OPTIONS[1];
  const { history } = open('/?search=mini');
  await screen.findByTestId(`deleteModel-${MODEL.id}`);
  expect(asked()).toEqual(['ds1']);
  expect(history.location.search).toBe('?search=mini&dataSourceId=ds1');
  expect(history.length).toBe(1);
});

it('says in the address that it is the local cluster, and so does what leads on from there', async () => {
  const { history } = open('/');
  await user.click(await screen.findByTestId(`modelName-${MODEL.id}`));
  expect(history.location).toMatchObject({
    pathname: `/models/${MODEL.id}`,
    search: '?dataSourceId=',
  });
  expect(asked()).toEqual([undefined]);
});

it('shows the one that the address names at once, and tells the menu of it', async () => {
  byItself = OPTIONS[2];
  const { history } = open('/?dataSourceId=ds1');
  await shown('Search');
  await screen.findByTestId(`deleteModel-${MODEL.id}`);
  expect(asked()).toEqual(['ds1']);
  expect(history.location.search).toBe('?dataSourceId=ds1');
});

it('goes to the top of another one’s models, whatever was looked at', async () => {
  const { history } = open(`/models/${MODEL.id}?tab=json&dataSourceId=ds1`);
  await screen.findByTestId('jsonView');
  await choose('Logs');
  await screen.findByTestId(`deleteModel-${MODEL.id}`);
  expect(history.location).toMatchObject({ pathname: '/', search: '?dataSourceId=ds2' });
  await shown('Logs');
});

it('leaves behind what was searched for in the last one', async () => {
  const { history } = open('/?search=mini&dataSourceId=ds1');
  await screen.findByTestId(`deleteModel-${MODEL.id}`);
  await choose('Local cluster');
  await waitFor(() => expect(asked()).toEqual(['ds1', undefined]));
  expect(history.location.search).toBe('?dataSourceId=');
});

it('goes back to the last one, and the menu with it', async () => {
  const { history } = open('/?dataSourceId=ds1');
  await screen.findByTestId(`deleteModel-${MODEL.id}`);
  await choose('Logs');
  await shown('Logs');
  act(() => history.goBack());
  await shown('Search');
  expect(history.location.search).toBe('?dataSourceId=ds1');
});

it('offers only what the plugin can work with', () => {
  open('/?dataSourceId=ds1');
  const of = (dataSourceVersion: string) => ({
    attributes: { dataSourceVersion, installedPlugins: ['opensearch-ml'] },
  });
  expect(given.dataSourceFilter(of('3.6.0'))).toBe(true);
  expect(given.dataSourceFilter(of('2.11.0'))).toBe(false);
});

it('says what is needed where there is none, and asks for nothing', async () => {
  byItself = undefined;
  open('/');
  const words = await screen.findByTestId('noDataSource');
  expect(words).toHaveTextContent('2.19.0 or later');
  expect(server.sent).toEqual([]);
});

it('leaves it to the page to say that the one of the address is gone', async () => {
  const words = 'Saved object [data-source/gone] not found';
  server.on(
    'GET /api/ml_models/models',
    httpError(400, words, { reason: 'data_source_unavailable' })
  );
  const { history } = open('/?dataSourceId=gone');
  const failure = await screen.findByTestId('pageError');
  expect(failure).toHaveTextContent(words);
  expect(failure).toHaveTextContent('Choose another');
  expect(asked()).toEqual(['gone']);
  expect(history.location.search).toBe('?dataSourceId=gone');
});

it('offers the local cluster where the menu doesn’t get to choose', async () => {
  jest.useFakeTimers();
  const dataSourceManagement = { ui: { getDataSourceMenu: () => () => null } };
  const { history } = renderOn(fakeCore(server), '/', { dataSourceManagement });
  expect(screen.getByRole('status')).toHaveTextContent('Looking for a data source…');
  expect(screen.queryByRole('button')).toBeNull();
  act(() => jest.advanceTimersByTime(5_000));
  jest.useRealTimers();
  await choose('Show the local cluster');
  await screen.findByTestId(`deleteModel-${MODEL.id}`);
  expect(history.location.search).toBe('?dataSourceId=');
});
