import type { Dependent } from '../../common/dependents/dependent';
import { sendConsole, type Sent } from '../cluster/console';
import { environment } from '../cluster/environment';
import { removeFixtures } from '../cluster/fixtures';
import { ask, setMcpServer } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { readUntil } from '../cluster/wait_for';
import { makeModelPool, type ModelPool } from '../conformance/model_pool';
import type { Made, Shape } from '../conformance/shape';
import { changedShapesOf } from '../conformance/shapes';

let pool: ModelPool;

beforeAll(async () => {
  await setMcpServer(true);
  pool = await makeModelPool();
});

afterAll(async () => {
  await pool.empty();
  await removeFixtures();
  await setMcpServer(null);
});

async function dependentsOf(modelId: string): Promise<Dependent[]> {
  return (await call('reviewModel', { params: { model_id: modelId } })).dependents;
}

const registered = ({ kind, references }: Dependent) =>
  `${kind}: ${references.map(({ path }) => path).join(', ')}`;

/** Shows a dependent and takes the model out of it, as an admin would; nothing where it can't be. */
async function letGo({ kind, id }: Dependent, modelId: string, another: string): Promise<Sent[]> {
  const { requests } = await call('getDependent', {
    params: { kind, id },
    query: { model_id: modelId },
  });
  const [shown] = await sendConsole(requests.show);
  expect(shown).toMatchObject({ status: 200 });
  expect(JSON.stringify(shown?.body)).toContain(modelId);
  if (requests.remove_reference === null) {
    expect(requests.why_not).toMatch(/\w/);
    return [];
  }
  return sendConsole(requests.remove_reference, (text) =>
    text.replaceAll('<ID of another model>', another)
  );
}

/** Such as a recovery registers them: under ids that are new, or the old ones. */
async function remove({ kind, id }: Dependent): Promise<void> {
  const paths: Record<string, string> = {
    ingest_pipeline: `/_ingest/pipeline/${id}`,
    search_pipeline: `/_search/pipeline/${id}`,
    agent: `/_plugins/_ml/agents/${id}`,
    index: `/${id}`,
    index_template: id.startsWith('_') ? `/${id}` : `/_index_template/${id}`,
    model: `/_plugins/_ml/models/${id}`,
    memory_container: `/_plugins/_ml/memory_containers/${id}?delete_all_memories=true`,
    context_template: `/_plugins/_ml/context_management/${id}`,
    stored_script: `/_scripts/${id}`,
  };
  const path = paths[kind];
  if (path !== undefined) await ask('DELETE', path);
  else if (kind === 'mcp_tool') {
    await ask('POST', '/_plugins/_ml/mcp/tools/_remove', JSON.stringify([id]));
  } else if (kind === 'cluster_setting') {
    const values = { [id]: null };
    await ask('PUT', '/_cluster/settings', { persistent: values, transient: values });
  }
}

/** ML Commons may answer an update before a search finds it. */
function untilHeldBy(modelId: string, isSo: (found: string[]) => boolean): Promise<Dependent[]> {
  return readUntil(
    () => dependentsOf(modelId),
    (found) => isSo(found.map(registered))
  );
}

/** The requests of a recovery that are about dependents: the model itself is still there. */
function aboutDependents(requests: string, dependents: readonly Dependent[]): string {
  const blocks = requests.split(/\n\n(?=#)/);
  const titles = dependents.map(({ kind, name }) => `# ${kind} ${name}`);
  return blocks.filter((block) => titles.some((title) => block.startsWith(title))).join('\n\n');
}

// a batch prediction is a job of a remote service: only that can end it
const shapes = changedShapesOf(environment().opensearchVersion).filter(
  ({ kind }) => kind !== 'task'
);

it.each(shapes.map((shape): [string, Shape] => [shape.id, shape]))(
  'let go of a model, or say why not, and come back: %s',
  async (_, shape) => {
    const [modelId = ''] = await pool.prepare(1);
    const another = await pool.spare();
    const made: Made = await shape.make(modelId, pool);
    const before = await dependentsOf(modelId);
    expect(before.length).toBeGreaterThan(0);
    const { requests } = await call('getRecovery', { params: { model_id: modelId } });

    const stuck: Dependent[] = [];
    for (const dependent of before) {
      const sent = await letGo(dependent, modelId, another);
      if (sent.length === 0) stuck.push(dependent);
      expect(sent.filter(({ status }) => status !== 200)).toEqual([]);
    }
    const held = stuck.map(registered);
    const after = await untilHeldBy(modelId, (found) => found.join() === held.join());
    expect(after.map(registered)).toEqual(held);

    // guardrails come back to a model that is there
    if (shape.kind !== 'model') await made.remove();
    const sent = await sendConsole(aboutDependents(requests, before));
    expect(sent.filter(({ status }) => status !== 200)).toEqual([]);
    const wanted = before.map(registered);
    const again = await untilHeldBy(modelId, (found) => wanted.every((one) => found.includes(one)));
    expect(again.map(registered)).toEqual(expect.arrayContaining(wanted));
    for (const dependent of again) await remove(dependent);
    // the pipeline of a container that another model embeds for came back too
    if (shape.kind === 'memory_container') await made.remove();
  }
);
