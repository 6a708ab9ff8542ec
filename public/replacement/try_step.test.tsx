import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TryRequest } from '../../common/contracts/replacement';
import type { FakeServer } from '../test_support/fake_server';
import { httpError, pending } from '../test_support/fake_server';
import { aModel } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';
import {
  aReplacementServer,
  aChange,
  aPlan,
  REPLACEMENT,
} from '../test_support/replacement_fixtures';

const MODEL = aModel();
const BASE = '/api/ml_models/models/{model_id}/replacement' as const;
const PATH = `/api/ml_models/models/${MODEL.id}/replacement`;
const INGEST = 'ingest_pipeline-embed-docs';
const SEARCH = 'search_pipeline-find';
const NO_DOCUMENT = 'No index with documents uses the pipeline.';
const user = userEvent.setup();
let server: FakeServer;

beforeEach(async () => {
  window.localStorage.clear();
  server = aReplacementServer()
    .on(
      `POST ${BASE}/plan`,
      aPlan([
        aChange(),
        aChange({ kind: 'search_pipeline', id: 'find' }),
        aChange({ kind: 'agent', id: 'a1', name: 'router' }),
      ])
    )
    .on(`POST ${BASE}/try`, ({ body }) => {
      const { kind, sample } = JSON.parse(String(body)) as TryRequest;
      return kind === 'ingest_pipeline' && typeof sample !== 'object'
        ? { result: 'cannot_be_tried', detail: NO_DOCUMENT }
        : { result: 'works', detail: 'The document passed.' };
    });
  const address = `/models/${MODEL.id}/replace?replacement=${REPLACEMENT.id}&step=try`;
  renderApplication(server, address);
  await screen.findByTestId('replacementTrials');
});

/** What was sent since the last time that this was asked. */
function takeSent() {
  const sent = server.sentTo('POST', `${PATH}/try`);
  server.sent.length = 0;
  return sent.map(({ body }) => {
    const { kind, sample } = JSON.parse(String(body)) as TryRequest;
    return [kind, sample];
  });
}

const row = (name: string) => screen.getByTestId(`trial-${name}`);
const type = (name: string, text: string) =>
  fireEvent.change(screen.getByTestId(`sample-${name}`), { target: { value: text } });

async function tryAll() {
  await user.click(screen.getByTestId('tryAll'));
  await waitFor(() => expect(screen.getByTestId('tryAll')).toBeEnabled());
}

describe('a sample of one’s own', () => {
  it('is what one pipeline is tried with again, where no document could be found', async () => {
    await user.type(screen.getByTestId('sampleText'), 'cats');
    await tryAll();
    expect(row(INGEST)).toHaveTextContent(NO_DOCUMENT);
    expect(takeSent()).toHaveLength(4);

    await user.click(screen.getByTestId(`editSample-${INGEST}`));
    type(INGEST, '{ "title": "dogs" }');
    await user.click(screen.getByTestId(`try-${INGEST}`));
    await waitFor(() => expect(row(INGEST)).toHaveTextContent('The document passed.'));
    expect(row(INGEST)).toHaveTextContent('Tried with its own sample.');
    expect(takeSent()).toEqual([['ingest_pipeline', { title: 'dogs' }]]);
    // what was tried before stays as it was
    expect(row(SEARCH)).toHaveTextContent('Works');
    expect(row(SEARCH)).not.toHaveTextContent('its own sample');
  });

  it('names the index to search where no index has the pipeline as its default', async () => {
    await user.click(screen.getByTestId(`editSample-${SEARCH}`));
    await user.type(screen.getByLabelText('Index to search'), 'docs');
    await user.click(screen.getByTestId(`try-${SEARCH}`));
    await waitFor(() => expect(row(SEARCH)).toHaveTextContent('Works'));
    const [sent] = server.sentTo('POST', `${PATH}/try`);
    expect(JSON.parse(String(sent?.body))).toMatchObject({
      kind: 'search_pipeline',
      index: 'docs',
    });
  });

  it('is used among the others, which have the text', async () => {
    await user.type(screen.getByTestId('sampleText'), 'cats');
    await user.click(screen.getByTestId(`editSample-${SEARCH}`));
    expect(screen.getByLabelText('Search body')).toBe(screen.getByTestId(`sample-${SEARCH}`));
    type(SEARCH, '{ "size": 3 }');
    await tryAll();
    expect(takeSent()).toEqual([
      ['model', 'cats'],
      ['ingest_pipeline', 'cats'],
      ['search_pipeline', { size: 3 }],
      ['agent', 'cats'],
    ]);
    expect(row(SEARCH)).toHaveTextContent('Tried with its own sample.');
  });

  it('keeps all from being tried while it is no JSON object', async () => {
    await user.click(screen.getByTestId(`editSample-${INGEST}`));
    type(INGEST, '[1]');
    expect(screen.getByText('The sample isn’t a JSON object.')).toBeVisible();
    for (const button of ['tryAll', `try-${INGEST}`, `editSample-${INGEST}`]) {
      expect(screen.getByTestId(button)).toBeDisabled();
    }
    expect(screen.getByTestId(`try-${SEARCH}`)).toBeEnabled();
    type(INGEST, '{}');
    expect(screen.queryByText('The sample isn’t a JSON object.')).toBeNull();
    expect(screen.getByTestId('tryAll')).toBeEnabled();
  });

  it('is offered for pipelines, and said of one that fails with it, too', async () => {
    expect(within(row('agent-a1')).queryByText('Edit sample')).toBeNull();
    server.on(`POST ${BASE}/try`, httpError(502, 'no model'));
    await user.click(screen.getByTestId(`editSample-${INGEST}`));
    type(INGEST, '{}');
    await user.click(screen.getByTestId(`try-${INGEST}`));
    await waitFor(() => expect(row(INGEST)).toHaveTextContent('no model'));
    expect(row(INGEST)).toHaveTextContent('Tried with its own sample.');
  });

  it('is there again after another step, and what didn’t end there isn’t running', async () => {
    await user.type(screen.getByTestId('sampleText'), 'cats');
    await user.click(screen.getByTestId(`editSample-${INGEST}`));
    type(INGEST, '{ "title": "dogs" }');
    const answer = pending<never>();
    server.on(`POST ${BASE}/try`, () => answer.promise);
    await user.click(screen.getByTestId(`try-${SEARCH}`));
    expect(row(SEARCH)).not.toHaveTextContent('Not tried yet');
    await user.click(screen.getByTestId('previousStep'));
    await screen.findByTestId('replacementPlan');
    await user.click(screen.getByTestId('nextStep'));
    expect(await screen.findByTestId(`sample-${INGEST}`)).toHaveValue('{ "title": "dogs" }');
    expect(screen.getByTestId('sampleText')).toHaveValue('cats');
    expect(row(SEARCH)).toHaveTextContent('Not tried yet');
  });
});
