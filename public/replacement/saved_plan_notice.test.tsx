import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Plan } from '../../common/replacement/plan';
import type { FakeServer } from '../test_support/fake_server';
import { httpError } from '../test_support/fake_server';
import { aModel, INGEST_FORBIDDEN } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';
import {
  aReplacementServer,
  aChange,
  aJournal,
  aPlan,
  REPLACEMENT,
} from '../test_support/replacement_fixtures';
import { watchSavedFiles } from '../test_support/saved_files';
import type { SavedPlan } from './plan_file';

const MODEL = aModel();
const PAGE = `/models/${MODEL.id}/replace`;
const BASE = '/api/ml_models/models/{model_id}/replacement' as const;
const PATH = `/api/ml_models/models/${MODEL.id}/replacement`;
const PIPELINE = aChange();
const AGENT = aChange({ kind: 'agent', id: 'a1', name: 'router' });
const user = userEvent.setup();
let server: FakeServer;

beforeEach(() => {
  window.localStorage.clear();
  server = aReplacementServer()
    .on(`GET ${BASE}/candidates`, {
      candidates: [{ model: REPLACEMENT, fit: aPlan([]).fit, allowed: true }],
      total: 1,
    })
    .on(`POST ${BASE}/plan`, aPlan([PIPELINE]))
    .on(`POST ${BASE}/apply`, { result: 'replaced', journal: aJournal() });
});

afterEach(() => jest.restoreAllMocks());

const next = () => screen.getByTestId('nextStep');
const stepButton = (name: string) => screen.getByTitle(new RegExp(`: ${name}\\b`));
const plansAsked = () =>
  server
    .sentTo('POST', `${PATH}/plan`)
    .map(({ body }) => (JSON.parse(String(body)) as { possible: string[] }).possible);

function saved(plan: Plan, over: Partial<SavedPlan> = {}): string {
  return JSON.stringify({
    version: 1,
    model_id: MODEL.id,
    saved_at: 1_700_000_000_000,
    possible: [],
    plan,
    ...over,
  });
}

async function openFile(text: string) {
  await user.upload(
    await screen.findByTestId('openPlanFile'),
    new File([text], 'plan.json', { type: 'application/json' })
  );
}

async function openPlan() {
  renderApplication(server, `${PAGE}?replacement=${REPLACEMENT.id}&step=plan`);
  await screen.findByTestId('replacementPlan');
}

describe('a plan that was saved', () => {
  it('is opened without a replacement chosen, and leads on where nothing has changed', async () => {
    const { history } = renderApplication(server, PAGE);
    await openFile(saved(aPlan([PIPELINE])));
    expect(await screen.findByText(/^The plan is up to date/)).toBeVisible();
    expect(history.location.search).toBe(`?step=plan&replacement=${REPLACEMENT.id}`);
    expect(screen.getByTestId('savedPlan')).toHaveTextContent(/Saved on November 1\d, 2023/);
    await user.click(next());
    await screen.findByTestId('replacementTrials');
    await user.click(next());
    await user.click(await screen.findByTestId('applyChanges'));
    await screen.findByTestId('applySummary');
    // the changes of one's own are no reason to close the steps
    server.on(`POST ${BASE}/plan`, aPlan([AGENT]));
    await user.click(stepButton('Plan'));
    await screen.findByTestId('change-agent-a1');
    expect(screen.queryByTestId('savedPlan')).toBeNull();
    expect(next()).toBeEnabled();
  });

  it('closes the steps where resources have changed, until the plan of now is used', async () => {
    await openPlan();
    expect(next()).toBeEnabled();
    const before = { processors: [{ text_embedding: { model_id: MODEL.id, batch_size: 4 } }] };
    await openFile(saved(aPlan([aChange({ before }), AGENT])));
    const notice = await screen.findByTestId('savedPlan');
    await within(notice).findByText(
      'The plan is out of date: 2 resources changed since it was saved'
    );
    expect(screen.getByTestId('difference-agent-a1')).toHaveTextContent('It’s no longer there');
    const pipeline = screen.getByTestId('difference-ingest_pipeline-embed-docs');
    expect(pipeline).toHaveTextContent('The definition changed.');
    expect(within(pipeline).getByTestId('definitionDiff')).toHaveTextContent(/- "batch_size": 4/);

    expect(next()).toBeDisabled();
    for (const step of ['Try', 'Apply']) expect(stepButton(step)).toBeDisabled();
    await user.click(screen.getByTestId('dropSavedPlan'));
    expect(screen.queryByTestId('savedPlan')).toBeNull();
    expect(next()).toBeEnabled();
  });

  it('shows a long difference only when asked for', async () => {
    const fields = (from: number) => Array.from({ length: 40 }, (_, at) => `field ${from + at}`);
    await openPlan();
    server.on(`POST ${BASE}/plan`, aPlan([aChange({ before: { fields: fields(0) } })]));
    await openFile(saved(aPlan([aChange({ before: { fields: fields(100) } })])));
    await user.click(await screen.findByText('Show the difference'));
    expect(screen.getByTestId('definitionDiff')).toHaveTextContent('- "field 139"');
    expect(screen.getByTestId('definitionDiff')).toHaveTextContent('+ "field 39"');
  });

  it('is out of date, too, where only less could be read', async () => {
    await openPlan();
    server.on(`POST ${BASE}/plan`, aPlan([PIPELINE], { coverage: INGEST_FORBIDDEN }));
    await openFile(saved(aPlan([PIPELINE])));
    const notice = await screen.findByTestId('savedPlan');
    await within(notice).findByText(/the models, or what could be read, changed/);
    expect(notice).toHaveTextContent('You don’t have permission to read ingest pipelines');
    expect(next()).toBeDisabled();
  });

  it('is compared with a plan of now, and with none from before', async () => {
    await openPlan();
    server.on(`POST ${BASE}/plan`, httpError(503, 'no nodes'));
    await openFile(saved(aPlan([PIPELINE])));
    expect(await screen.findByText(/^The saved plan isn’t compared yet/)).toBeVisible();
    expect(next()).toBeDisabled();
    server.on(`POST ${BASE}/plan`, aPlan([PIPELINE]));
    await user.click(screen.getByTestId('planAgain'));
    expect(await screen.findByText(/^The plan is up to date/)).toBeVisible();
    expect(next()).toBeEnabled();
  });

  it('is compared with its own choice of what only might use the model', async () => {
    const keep = aChange({ ...AGENT, action: 'keep', possible_paths: ['x'], before: null });
    server.on(`POST ${BASE}/plan`, ({ body }) => {
      const { possible } = JSON.parse(String(body)) as { possible: string[] };
      return aPlan([PIPELINE, possible.includes('agent/a1') ? AGENT : keep]);
    });
    await openPlan();
    await openFile(saved(aPlan([PIPELINE, AGENT]), { possible: ['agent/a1'] }));
    expect(await screen.findByText(/^The plan is up to date/)).toBeVisible();
    expect(screen.getByLabelText('router')).toBeChecked();
    expect(plansAsked().at(-1)).toEqual(['agent/a1']);
    // what the admin chooses otherwise then has not changed in the cluster
    server.on(`POST ${BASE}/plan`, aPlan([PIPELINE, keep]));
    await user.click(screen.getByLabelText('router'));
    await waitFor(() => expect(screen.getByTestId('planGroup-keep')).toBeVisible());
    expect(screen.getByText(/^The plan is up to date/)).toBeVisible();
  });

  it('says nothing of another replacement', async () => {
    await openPlan();
    await openFile(saved(aPlan([AGENT])));
    await screen.findByTestId('dropSavedPlan');
    server.on(`GET ${BASE}/candidates`, {
      candidates: [
        { model: aModel({ id: 'bge', name: 'bge-small' }), fit: aPlan([]).fit, allowed: true },
      ],
      total: 1,
    });
    server.on(`POST ${BASE}/plan`, aPlan([PIPELINE], { replacement: aModel({ id: 'bge' }) }));
    await user.click(stepButton('Model'));
    await user.click(await screen.findByLabelText('bge-small'));
    await user.click(next());
    await screen.findByTestId('replacementPlan');
    await waitFor(() => expect(next()).toBeEnabled());
    expect(screen.queryByTestId('savedPlan')).toBeNull();
  });

  it('is none where a file has anything else', async () => {
    await openPlan();
    await openFile(saved(aPlan([PIPELINE]), { model_id: 'another' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The file isn’t a plan for this model.'
    );
    expect(screen.queryByTestId('savedPlan')).toBeNull();
    expect(next()).toBeEnabled();
  });

  it('is opened again as it was downloaded', async () => {
    await openPlan();
    const files = watchSavedFiles();
    await user.click(screen.getByTestId('downloadPlan'));
    const [file] = files;
    expect(file?.name).toBe(`plan-${REPLACEMENT.id}-${aPlan([]).fingerprint.slice(0, 8)}.json`);
    await user.upload(
      screen.getByTestId('openPlanFile'),
      new File(file ? [file.blob] : [], 'plan.json', { type: 'application/json' })
    );
    expect(await screen.findByText(/^The plan is up to date/)).toBeVisible();
  });
});
