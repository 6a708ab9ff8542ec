import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer, httpError } from '../../test_support/fake_server';
import {
  aReview,
  aModel,
  FORBIDDEN_WORDS,
  INGEST_FORBIDDEN,
  SAFE_DELETE_OFF,
} from '../../test_support/fixtures';
import { aGraph, aModelAnswer } from '../../test_support/graph_fixtures';
import { renderApplication } from '../../test_support/render_application';
import { watchSavedFiles } from '../../test_support/saved_files';

const MODEL = aModel();
const DEFINITION = '/api/ml_models/definitions/ingest_pipeline/embed-docs';
const user = userEvent.setup();
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/models/{model_id}', aModelAnswer())
    .on('GET /api/ml_models/models/{model_id}/review', aReview())
    .on('GET /api/ml_models/graph', aGraph())
    .on('GET /api/ml_models/definitions/{kind}/{id}', {
      kind: 'ingest_pipeline',
      id: 'embed-docs',
      definition: { processors: ['as it is defined'] },
    });
});

const open = () => renderApplication(server, `/models/${MODEL.id}?tab=map`);
const table = () => screen.findByTestId('dependencyTable');
/** By key: jsdom's clicks lack what the library looks for in a mouse's. */
async function press(button: HTMLElement) {
  button.focus();
  await user.keyboard('{Enter}');
}
const node = (name: string) => screen.findByTestId(`dependencyNode-${name}`);

describe('the map', () => {
  it('has a button for each node, which says its kind and what a delete does to it', async () => {
    open();
    expect(await node('ingest_pipeline-embed-docs')).toHaveAccessibleName(
      'embed-docs blocking · Ingest pipeline'
    );
    expect(await node('index-docs')).toHaveAccessibleName('docs would break · Index');
    expect(await node('connector-c1')).toHaveAccessibleName('openai Connector');
  });

  it('calls nothing blocking while safe delete is off, as the table beside it', async () => {
    server.on('GET /api/ml_models/safe_delete', SAFE_DELETE_OFF);
    open();
    await waitFor(async () =>
      expect(await node('ingest_pipeline-embed-docs')).toHaveAccessibleName(
        'embed-docs would break · Ingest pipeline'
      )
    );
    const rows = within(await table()).getAllByRole('row');
    expect(rows.find((row) => /embed-docs/.test(row.textContent ?? ''))).toHaveTextContent(
      'Would break'
    );
    for (const row of rows) expect(row).not.toHaveTextContent(/blocking/i);
  });

  it('is one stop of the Tab key, in which the arrows go from node to node', async () => {
    open();
    const self = await node(`model-${MODEL.id}`);
    const stops = screen.getAllByTestId(/^dependencyNode/).filter((one) => one.tabIndex === 0);
    expect(stops).toEqual([self]);
    self.focus();
    await user.keyboard('{ArrowLeft}');
    await waitFor(async () => expect(await node('connector-c1')).toHaveFocus());
    await user.keyboard('{Home}{ArrowRight}');
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('data-test-subj')).toMatch(
        /dependencyNode-(ingest_pipeline|agent)/
      )
    );
  });

  it('opens a node beside it, whose definition is read only then, and gives the focus back', async () => {
    open();
    const pipeline = await node('ingest_pipeline-embed-docs');
    expect(server.sentTo('GET', DEFINITION)).toHaveLength(0);
    await press(pipeline);
    const panel = await screen.findByTestId('dependencyPanel');
    expect(within(panel).getByRole('heading', { name: 'embed-docs' })).toHaveFocus();
    expect(await within(panel).findByTestId('jsonView')).toHaveTextContent('as it is defined');
    expect(panel).toHaveTextContent('processors[0].text_embedding.model_id');
    expect(panel).toHaveTextContent('settings.index.default_pipeline');
    expect(server.sentTo('GET', DEFINITION)).toHaveLength(1);
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('dependencyPanel')).toBeNull();
    await waitFor(() => expect(pipeline).toHaveFocus());
  });

  it('shows why a definition couldn’t be read, and reads it again', async () => {
    server.on(
      'GET /api/ml_models/definitions/{kind}/{id}',
      httpError(403, FORBIDDEN_WORDS, { reason: 'forbidden', cluster_message: FORBIDDEN_WORDS })
    );
    open();
    await press(await node('ingest_pipeline-embed-docs'));
    const error = await screen.findByTestId('definitionError');
    expect(error).toHaveTextContent(FORBIDDEN_WORDS);
    server.on('GET /api/ml_models/definitions/{kind}/{id}', {
      kind: 'ingest_pipeline',
      id: 'embed-docs',
      definition: { now: 'readable' },
    });
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('jsonView')).toHaveTextContent('readable');
  });

  it('shows what was not checked, in the cluster’s words', async () => {
    server.on('GET /api/ml_models/graph', aGraph({ coverage: INGEST_FORBIDDEN }));
    open();
    await press(await screen.findByTestId('dependencyUnchecked-ingest_pipeline'));
    expect(await screen.findByTestId('dependencyPanel')).toHaveTextContent(FORBIDDEN_WORDS);
  });

  it('gathers a kind of which there are many, and opens it on demand', async () => {
    const graph = aGraph();
    for (let index = 0; index < 20; index += 1) {
      graph.nodes.push({ kind: 'search_pipeline', id: `s${index}`, name: `s${index}` });
      graph.edges.push({
        from: `search_pipeline/s${index}`,
        to: `model/${MODEL.id}`,
        path: 'x',
        enforcement: 'blocks',
      });
    }
    server.on('GET /api/ml_models/graph', graph);
    open();
    const kind = () => screen.getByTestId('dependencyKind-search_pipeline-1');
    const many = await screen.findByTestId('dependencyKind-search_pipeline-1');
    expect(many).toHaveAccessibleName('20 search pipelines 20 blocking');
    expect(many).toHaveAttribute('aria-expanded', 'false');
    await press(many);
    await waitFor(() => expect(kind()).toHaveAttribute('aria-expanded', 'true'));
    const head = kind();
    expect(head).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    await waitFor(async () => expect(await node('search_pipeline-s0')).toHaveFocus());
    await press(head);
    await waitFor(() =>
      expect(screen.queryByTestId('dependencyNode-search_pipeline-s0')).toBeNull()
    );
    expect(kind()).toHaveFocus();
  });

  it('says in the cluster’s words that the graph couldn’t be read, and reads it again', async () => {
    const words = 'all shards failed';
    server.on(
      'GET /api/ml_models/graph',
      httpError(500, words, { reason: 'rejected', cluster_message: words })
    );
    open();
    const error = await screen.findByTestId('mapError');
    expect(error).toHaveTextContent(words);
    server.on('GET /api/ml_models/graph', aGraph());
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    await node('ingest_pipeline-embed-docs');
  });
});

describe('the table beside it', () => {
  const names = async () =>
    within(await table())
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);

  it('says the same in words, what blocks first', async () => {
    open();
    const rows = await names();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('embed-docs');
    expect(rows[0]).toContain('processors[0].text_embedding.model_id');
    expect(rows[0]).toContain('Blocking');
    expect(rows[2]).toContain('ingest pipeline embed-docs');
    expect(rows[3]).toContain('Needed by the model');
  });

  it('is searched and filtered, opens the same panel, and gives the focus back', async () => {
    open();
    await user.type(within(await table()).getByTestId('searchDependencies'), 'llm router');
    await waitFor(async () => expect(await names()).toHaveLength(1));
    const name = within(await table()).getByRole('button', { name: 'router' });
    await user.click(name);
    expect(await screen.findByTestId('dependencyPanel')).toHaveTextContent('llm.model_id');
    await user.click(screen.getByTestId('closeDependencyPanel'));
    expect(name).toHaveFocus();
  });

  it('is saved as CSV, as it is filtered', async () => {
    const files = watchSavedFiles();
    open();
    await user.click(within(await table()).getByRole('button', { name: 'Blocking' }));
    await user.click(within(await table()).getByRole('button', { name: 'Download 1 row as CSV' }));
    const [saved] = files;
    expect(saved?.blob.type).toBe('text/csv');
    const text = await saved?.text();
    expect(text).toBe(
      '"kind","id","name","uses","path","effect","missing","not_read"\r\n' +
        '"ingest_pipeline","embed-docs","embed-docs","model minilm-l6","processors[0].text_embedding.model_id","blocks","false",""\r\n'
    );
  });
});
