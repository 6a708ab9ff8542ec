import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApplyBody } from '../api/client';
import type { FakeServer } from '../test_support/fake_server';
import { httpError } from '../test_support/fake_server';
import { aModel } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';
import {
  aReplacementServer,
  aChange,
  aJournal,
  aPlan,
  REPLACEMENT,
} from '../test_support/replacement_fixtures';
import { keepChanges, type KeptChange, readChanges, removeChanges } from './kept_changes';

const MODEL = aModel();
const KEPT_UNDER = `:${MODEL.id}`;
const PAGE = `/models/${MODEL.id}/replace`;
const BASE = '/api/ml_models/models/{model_id}/replacement' as const;
const PATH = `/api/ml_models/models/${MODEL.id}/replacement`;
const MIXED = aChange({
  action: 'change_and_embed',
  mixed_vectors: [{ index: 'docs', documents: 1_200 }],
});
const AGENT = aChange({
  kind: 'agent',
  id: 'a1',
  name: 'router',
  action: 'keep',
  paths: ['tools[0].parameters.prompt'],
  possible_paths: ['tools[0].parameters.prompt'],
  before: null,
  after: null,
  reason: 'The ID is there, but the model may not be used there.',
  fingerprint: '',
});
const user = userEvent.setup();
let server: FakeServer;

beforeEach(async () => {
  await removeChanges(KEPT_UNDER);
  server = aReplacementServer()
    .on(`GET ${BASE}/candidates`, {
      candidates: [
        { model: REPLACEMENT, fit: aPlan([]).fit, allowed: true },
        {
          model: aModel({ id: 'mpnet', name: 'mpnet-base' }),
          fit: [{ check: 'dimension', result: 'different', old: '384', new: '768' }],
          allowed: false,
          reason: 'Its vectors have 768 dimensions instead of 384.',
        },
      ],
      total: 2,
    })
    .on(`POST ${BASE}/plan`, aPlan([MIXED, AGENT]))
    .on(`POST ${BASE}/try`, { result: 'works', detail: 'The model responded in 41 ms.' })
    .on(`POST ${BASE}/apply`, ({ body }) => {
      const { dry_run: dryRun } = JSON.parse(String(body)) as ApplyBody;
      return { result: dryRun ? 'not_written' : 'replaced', journal: aJournal() };
    })
    .on(`POST ${BASE}/revert`, { result: 'can_be_reverted' });
});

const next = () => screen.getByTestId('nextStep');
const withReplacement = (step: string) => `${PAGE}?replacement=${REPLACEMENT.id}&step=${step}`;

async function openPlan() {
  const rendered = renderApplication(server, withReplacement('plan'));
  await screen.findByTestId('replacementPlan');
  return rendered;
}

describe('the replacement of a model', () => {
  it('leads from another model over the plan to what was changed', async () => {
    const { history } = renderApplication(server, PAGE);
    expect(await screen.findByTestId('candidate-mpnet')).toHaveTextContent(
      'Can’t replace it. Its vectors have 768 dimensions instead of 384.'
    );
    expect(next()).toBeDisabled();
    await user.click(screen.getByLabelText(REPLACEMENT.name));
    await user.click(next());
    await screen.findByTestId('replacementPlan');
    expect(history.location.search).toBe(`?step=plan&replacement=${REPLACEMENT.id}`);

    expect(screen.getByTestId('mixedVectors')).toHaveTextContent(/1 index with 1,?200 documents/);
    expect(next()).toBeDisabled();
    await user.click(screen.getByLabelText(/I understand this for docs/));
    await user.click(next());
    await user.click(await screen.findByTestId('tryAll'));
    await waitFor(() =>
      expect(screen.getByTestId(`trial-model-${REPLACEMENT.id}`)).toHaveTextContent('Works')
    );
    await user.click(next());
    await user.click(await screen.findByTestId('applyChanges'));
    expect(await screen.findByTestId('applySummary')).toHaveTextContent('Changed 1 resource.');
    const bodies = server
      .sentTo('POST', `${PATH}/apply`)
      .map(({ body }) => JSON.parse(String(body)) as ApplyBody);
    expect(bodies.map(({ dry_run: dryRun, accept }) => [dryRun, accept])).toEqual([
      [true, ['mixed_vectors']],
      [undefined, ['mixed_vectors']],
    ]);

    await user.click(next());
    const back = await screen.findByTestId('wayBack');
    await within(back).findByText('Uses the new model');
    expect(screen.getByTestId('embedAgain')).toHaveTextContent(
      'POST /docs/_update_by_query?conflicts=proceed&wait_for_completion=false&search_pipeline=_none&pipeline=embed-docs'
    );
    expect(screen.getByTestId(`deleteModel-${MODEL.id}`)).toBeEnabled();
  });

  it('shows the diff of a change', async () => {
    await openPlan();
    await user.click(screen.getByTestId('showDiff-ingest_pipeline-embed-docs'));
    const diff = screen.getByTestId('definitionDiff');
    expect(diff).toHaveTextContent(`- "model_id": "${MODEL.id}"`);
    expect(diff).toHaveTextContent(`+ "model_id": "${REPLACEMENT.id}"`);
  });

  it('plans again with what might use the model, once that is chosen', async () => {
    await openPlan();
    server.on(`POST ${BASE}/plan`, ({ body }) => {
      const { possible = [] } = JSON.parse(String(body)) as { possible?: string[] };
      return aPlan([MIXED, possible.includes('agent/a1') ? { ...AGENT, action: 'change' } : AGENT]);
    });
    expect(screen.getByTestId('planGroup-keep')).toHaveTextContent('router');
    await user.click(screen.getByLabelText('router'));
    await waitFor(() => expect(screen.queryByTestId('planGroup-keep')).toBeNull());
    expect(screen.getByTestId('planGroup-change')).toHaveTextContent('router');
  });

  it('changes nothing once a resource is another than the plan says, and shows the difference', async () => {
    server.on(`POST ${BASE}/plan`, aPlan([aChange()]));
    server.on(
      `POST ${BASE}/apply`,
      httpError(409, 'The resource changed since the plan. Nothing was written.', {
        reason: 'changed',
        change: aChange({ before: { description: 'of a colleague' } }),
      })
    );
    renderApplication(server, withReplacement('plan'));
    await screen.findByTestId('replacementPlan');
    await user.click(next());
    await screen.findByTestId('replacementTrials');
    await user.click(next());
    await user.click(await screen.findByTestId('applyChanges'));
    expect(await screen.findByTestId('applySummary')).toHaveTextContent(
      'Changed 0 of 1 resources. 1 failed, 0 not changed.'
    );
    expect(server.sentTo('POST', `${PATH}/apply`)).toHaveLength(1);
    await user.click(screen.getByText('Show what changed since the plan'));
    expect(screen.getByTestId('definitionDiff')).toHaveTextContent('of a colleague');
  });

  it('opens no step that isn’t reached, whatever the address says', async () => {
    renderApplication(server, withReplacement('apply'));
    await screen.findByTestId('replacementPlan');
    expect(screen.queryByTestId('replacementApply')).toBeNull();
  });

  it('says why there is no plan, and tries again', async () => {
    server.on(`POST ${BASE}/plan`, httpError(403, 'no permissions', { reason: 'forbidden' }));
    renderApplication(server, withReplacement('plan'));
    const error = await screen.findByTestId('planError');
    expect(error).toHaveTextContent('no permissions');
    server.on(`POST ${BASE}/plan`, aPlan([MIXED]));
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    await screen.findByTestId('replacementPlan');
  });

  it('goes on for a model that is gone', async () => {
    server.on(
      'GET /api/ml_models/models/{model_id}',
      httpError(404, 'Failed to find model', { reason: 'not_found' })
    );
    renderApplication(server, PAGE);
    await screen.findByTestId(`candidate-${REPLACEMENT.id}`);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(MODEL.id);
  });
});

describe('a swap of the connector', () => {
  const connector = {
    id: 'c2',
    name: 'gateway-b',
    fit: [{ check: 'weights' as const, result: 'different' as const, old: 'a', new: 'b' }],
    allowed: true,
    mixes_vectors: true,
    fingerprint: 'c3'.repeat(32),
  };
  const openWays = async () => {
    renderApplication(server, PAGE);
    await user.click(await screen.findByLabelText(/^Keep its ID and swap its connector/));
  };

  it('is made with consent, and says how to go back', async () => {
    server
      .on(`GET ${BASE}/connectors`, { connectors: [connector], total: 1 })
      .on(`POST ${BASE}/swap`, { result: 'swapped', before: 'c1', after: 'c2' });
    await openWays();
    await user.click(await screen.findByLabelText('gateway-b'));
    const swap = screen.getByTestId('swapConnector');
    expect(swap).toBeDisabled();
    await user.click(screen.getByLabelText(/I understand this for every index/));
    await user.click(swap);
    expect(await screen.findByTestId('swapped')).toHaveTextContent('To go back, swap to c1.');
    const [sent] = server.sentTo('POST', `${PATH}/swap`);
    expect(JSON.parse(String(sent?.body))).toEqual({
      connector_id: 'c2',
      fingerprint: connector.fingerprint,
      accept: ['mixed_vectors'],
    });
  });

  it('says why a model has nothing to swap', async () => {
    server.on(`GET ${BASE}/connectors`, {
      connectors: [],
      total: 0,
      why_not: 'The model runs in the cluster, so there is no connector to swap.',
    });
    await openWays();
    expect(await screen.findByTestId('notSwappable')).toHaveTextContent('runs in the cluster');
  });
});

describe('the way back', () => {
  const CHANGES: KeptChange[] = [aJournal(), aJournal({ id: 'other', name: 'other' })].map(
    (journal, position) => ({ journal, run_at: 1, position, to_embed: [] })
  );
  beforeEach(() => keepChanges(KEPT_UNDER, CHANGES));

  it('says where each resource stands, and goes back with those that can', async () => {
    let isBack = false;
    server.on(`POST ${BASE}/revert`, ({ body }) => {
      const sent = JSON.parse(String(body)) as { journal: { id: string }; dry_run: boolean };
      if (sent.journal.id === 'other') {
        return httpError(409, 'changed', { reason: 'changed', now: { description: 'of others' } });
      }
      if (!sent.dry_run) isBack = true;
      return { result: isBack ? 'reverted' : 'can_be_reverted' };
    });
    renderApplication(server, `${PAGE}?step=finish`);
    const other = await screen.findByTestId('journal-ingest_pipeline-other');
    await waitFor(() => expect(other).toHaveTextContent('Changed by someone since'));
    expect(other).toHaveTextContent('of others');
    await user.click(screen.getByTestId('goBack'));
    await waitFor(() =>
      expect(screen.getByTestId('journal-ingest_pipeline-embed-docs')).toHaveTextContent(
        'Uses the old model'
      )
    );
    const sent = server
      .sentTo('POST', `${PATH}/revert`)
      .map(({ body }) => JSON.parse(String(body)) as { journal: { id: string }; dry_run: boolean });
    expect(sent.filter(({ dry_run: dryRun }) => !dryRun).map(({ journal }) => journal.id)).toEqual([
      'embed-docs',
    ]);
  });

  it('forgets the journal only when asked twice', async () => {
    renderApplication(server, `${PAGE}?step=finish`);
    const forget = await screen.findByTestId('forgetJournal');
    await waitFor(() => expect(forget).toBeEnabled());
    await user.click(forget);
    expect(await readChanges(KEPT_UNDER)).toEqual(CHANGES);
    await user.click(screen.getByTestId('forgetJournal'));
    await screen.findByTestId('openJournal');
    expect(await readChanges(KEPT_UNDER)).toEqual([]);
  });

  it('opens a journal that was saved as a file, and nothing else', async () => {
    await removeChanges(KEPT_UNDER);
    const saved = JSON.stringify({ version: 1, model_id: MODEL.id, changes: CHANGES });
    renderApplication(server, `${PAGE}?step=finish`);
    await screen.findByTestId('openJournal');
    const choose = (text: string) =>
      user.upload(
        screen.getByTestId('openJournalFile'),
        new File([text], 'journal.json', { type: 'application/json' })
      );
    await choose(saved.replaceAll(MODEL.id, 'another'));
    expect(await screen.findByRole('alert')).toHaveTextContent('isn’t a journal of this model');
    await choose(saved);
    expect(await screen.findByTestId('journal-ingest_pipeline-embed-docs')).toBeInTheDocument();
    await waitFor(async () => expect(await readChanges(KEPT_UNDER)).toEqual(CHANGES));
  });
});
