import { isApplicable } from '../../common/replacement/action';
import type { Action } from '../../common/replacement/action';
import type { Change } from '../../common/replacement/plan';
import type { Journal } from '../../common/replacement/journal';
import { environment } from '../cluster/environment';
import { removeFixtures } from '../cluster/fixtures';
import { setMcpServer, setSafeDelete } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { readUntil } from '../cluster/wait_for';
import { makeModelPool, type ModelPool } from '../conformance/model_pool';
import { raw } from '../conformance/raw';
import type { Shape } from '../conformance/shape';
import { changedShapesOf } from '../conformance/shapes';
import { isAtLeast } from '../../workbench/sample_data/release';

let pool: ModelPool;

beforeAll(async () => {
  await setSafeDelete(true);
  await setMcpServer(true);
  pool = await makeModelPool();
});

afterAll(async () => {
  await pool.empty();
  await removeFixtures();
  await setMcpServer(null);
  await setSafeDelete(null);
});

const release = environment().opensearchVersion;

/** The shapes that don't change, and what a plan does with them. */
const EXCEPTIONS: Record<string, Action> = {
  'ingest_pipeline: script params.model_id': 'keep',
  'ingest_pipeline: script params.model_id, a list': 'keep',
  'ingest_pipeline: a description that mentions it': 'keep',
  'ingest_pipeline: a script that quotes it': 'keep',
  'ingest_pipeline: a URL and a list in a value': 'keep',
  'search_pipeline: a term on model_id': 'keep',
  'search_pipeline: terms on model_id': 'keep',
  'search_pipeline: script params.model_id': 'keep',
  'agent: query that begins with a placeholder': 'keep',
  'agent: escaped JSON in a template': 'keep',
  'agent: prompt that mentions it': 'keep',
  'agent: context management of its own': 'manual',
  'memory_container: embedding_model_id': 'manual',
  'task: a batch prediction': 'manual',
};

function expectedAction({ id, kind }: Shape): Action {
  if (kind === 'agent' && !isAtLeast(release, '3.1.0')) return EXCEPTIONS[id] ?? 'manual';
  return EXCEPTIONS[id] ?? 'change';
}

type Named = Pick<Change, 'kind' | 'id'>;

/** Where the node has a dependent. */
function storedAt({ kind, id }: Named): string {
  const setting = id.replaceAll('.', '\\.');
  const paths: Record<string, string> = {
    ingest_pipeline: `/_ingest/pipeline/${id}`,
    search_pipeline: `/_search/pipeline/${id}`,
    agent: `/_plugins/_ml/agents/${id}`,
    index: `/${id}/_mapping`,
    index_template: id.startsWith('_') ? `/${id}` : `/_index_template/${id}`,
    model: `/_plugins/_ml/models/${id}`,
    memory_container: `/_plugins/_ml/memory_containers/${id}`,
    context_template: `/_plugins/_ml/context_management/${id}`,
    stored_script: `/_scripts/${id}`,
    mcp_tool: '/_plugins/_ml/mcp/tools/_list',
    cluster_setting: `/_cluster/settings?flat_settings=true&filter_path=*.${setting}`,
    task: `/.plugins-ml-task/_source/${id}`,
  };
  return paths[kind] ?? '';
}

/**
 * A dependent as the node keeps it, character by character, but for what ML Commons notes of a change:
 * its time, and in a model's document the model's own id.
 */
async function readStored(dependent: Named): Promise<string> {
  const { status, text } = await raw('GET', storedAt(dependent));
  if (status !== 200) throw new Error(`${dependent.kind} ${dependent.id}: ${status} ${text}`);
  const kept = text
    .replace(/,?"last_(updated_time|update_time|modified)":\d+/g, '')
    .replace(`"model_id":"${dependent.id}",`, '');
  if (dependent.kind !== 'memory_container') return kept;
  // ML Commons gives strategies back in another order
  const definition = JSON.parse(kept) as { configuration: { strategies?: Array<{ id: string }> } };
  definition.configuration.strategies?.sort((a, b) => a.id.localeCompare(b.id));
  return JSON.stringify(definition);
}

async function applyAll(modelId: string, replacementId: string, possible: string[] = []) {
  const params = { model_id: modelId };
  const { changes } = await call('planReplacement', {
    params,
    body: { replacement_id: replacementId, possible },
  });
  const journals: Journal[] = [];
  for (const change of changes.filter(isApplicable)) {
    const { kind, id, fingerprint } = change;
    const body = {
      ...{ replacement_id: replacementId, kind, id, fingerprint },
      ...(possible.length > 0 && { possible: true }),
    };
    const before = await call('applyChange', { params, body: { ...body, dry_run: true } });
    const { result, journal } = await call('applyChange', { params, body });
    expect(result).toBe('replaced');
    expect(journal).toEqual({ ...before.journal, written: journal.written });
    journals.push(journal);
  }
  return { changes, journals };
}

async function dependentsOf(modelId: string) {
  return (await call('reviewModel', { params: { model_id: modelId } })).dependents;
}

/** The ids of a model's dependents, once they are so many: some lists show a change later. */
function dependentIds(modelId: string, count: number): Promise<string[]> {
  return readUntil(
    async () => (await dependentsOf(modelId)).map(({ id }) => id).sort(),
    (ids) => ids.length === count
  );
}

const shapes = changedShapesOf(release).map((shape): [string, Shape] => [shape.id, shape]);

describe('a replacement', () => {
  it.each(shapes)('changes what can be changed, and nothing else: %s', async (_, shape) => {
    const [modelId = ''] = await pool.prepare(1);
    const replacementId = await pool.register();
    const made = await shape.make(modelId, pool);
    const dependents = await dependentsOf(modelId);
    const before = await Promise.all(dependents.map(readStored));

    const { changes, journals } = await applyAll(modelId, replacementId);
    const action = expectedAction(shape);
    expect(changes.map((change) => change.action)).toEqual(dependents.map(() => action));
    for (const { kind, id, references } of dependents) {
      const change = changes.find((one) => one.kind === kind && one.id === id);
      expect([...(change?.paths ?? [])].sort()).toEqual(references.map(({ path }) => path).sort());
      if (action !== 'change') expect(change?.reason).toMatch(/\w/);
    }
    const after = await Promise.all(dependents.map(readStored));
    if (action !== 'change') {
      expect(after).toEqual(before);
      expect(journals).toEqual([]);
      await made.remove();
      return;
    }

    expect(after).toEqual(before.map((text) => text.replaceAll(modelId, replacementId)));
    expect(await dependentIds(modelId, 0)).toEqual([]);
    const ids = dependents.map(({ id }) => id).sort();
    expect(await dependentIds(replacementId, ids.length)).toEqual(ids);

    for (const journal of [...journals].reverse()) {
      const request = { params: { model_id: modelId }, body: { journal } };
      expect(await call('revertChange', request)).toEqual({ result: 'reverted' });
      expect(await call('revertChange', request)).toEqual({ result: 'not_replaced' });
    }
    expect(await Promise.all(dependents.map(readStored))).toEqual(before);

    await dependentIds(modelId, ids.length);
    await applyAll(modelId, replacementId);
    const { status, text } = await raw('DELETE', `/_plugins/_ml/models/${modelId}`);
    expect([status, text]).toEqual([200, expect.stringContaining('deleted') as string]);
    await made.remove();
  });
});
