import { z } from 'zod';
import { SampleDataError, type Cluster } from './cluster';
import type { ConnectorIds } from './connectors';
import { sampleModels, type ModelKey, type SampleModel } from './content/models';
import { listAll, type Listed } from './listing';
import { hashOf } from './local_content';
import type { ModelGroupIds } from './model_groups';
import { guardrails, known, register } from './model_registration';
import { changeState, pathOf, uploadContent } from './model_states';
import type { Progress } from './report';
import { holds } from './same_content';

const storedModel = z.object({
  name: z.string(),
  description: z.string().nullish(),
  model_group_id: z.string().nullish(),
  model_state: z.string(),
  model_content_hash_value: z.string().nullish(),
  guardrails: z.unknown().optional(),
});

type StoredModel = Listed<z.infer<typeof storedModel>>;

/** Makes the models that aren't there and brings all of them into their states. */
export async function loadModels(
  cluster: Cluster,
  groups: ModelGroupIds,
  connectors: ConnectorIds,
  gatewayUrl: string,
  progress: Progress
): Promise<ReadonlyMap<ModelKey, string>> {
  const there = await listModels(cluster);
  const ids = new Map<ModelKey, string>();
  for (const key of Object.keys(sampleModels) as ModelKey[]) {
    const model: SampleModel = sampleModels[key];
    const found = there.find((stored) => isSame(stored, model, groups));
    try {
      const id = found?.id ?? (await register(cluster, model, groups, connectors, gatewayUrl, ids));
      ids.set(key, id);
      const state = found?.model_state ?? (model.kind === 'local' ? 'REGISTERING' : 'REGISTERED');
      const steps = [
        await uploadContent(cluster, id, model, state),
        await restoreDescription(cluster, id, model, found),
        await changeState(cluster, id, model, state),
        await renewGuardrail(cluster, model, found, ids),
      ];
      progress.done('model', key, !found ? 'made' : steps.includes(true) ? 'renewed' : 'there');
    } catch (error) {
      if (!(error instanceof SampleDataError) || !lacksNode(error)) throw error;
      progress.skip('model', key, `${model.state} can't be had here, ${error.words}`);
    }
  }
  return ids;
}

/** Whether no node takes models, which needs ML nodes or only_run_on_ml_node set to false. */
function lacksNode(error: SampleDataError): boolean {
  return error.words.toLowerCase().includes('no eligible node');
}

function listModels(cluster: Cluster): Promise<StoredModel[]> {
  const fields = Object.keys(storedModel.shape);
  return listAll(cluster, '/_plugins/_ml/models/_search', storedModel, fields);
}

/** The versions of a name differ in their descriptions: their numbers depend on what went before. */
function isSame(stored: StoredModel, model: SampleModel, groups: ModelGroupIds): boolean {
  if (stored.name !== model.name) return false;
  if (model.kind === 'local') return stored.model_content_hash_value === hashOf(model);
  if (stored.description !== model.description) {
    if (stored.description || model.description) return false;
  }
  if (model.kind === 'embedded') return true;
  const group = model.kind === 'trained' ? undefined : groups.get(model.group);
  return (stored.model_group_id ?? undefined) === group;
}

/** With the last piece of its content ML Commons forgets what a model was described as. */
async function restoreDescription(
  cluster: Cluster,
  id: string,
  model: SampleModel,
  found: StoredModel | undefined
): Promise<boolean> {
  const { description } = model;
  if (model.kind !== 'local' || model.state === 'REGISTERING') return false;
  if (description === undefined || found?.description === description) return false;
  await cluster.call(z.unknown(), 'PUT', pathOf(id), { description });
  return true;
}

/** Puts a renewed id into the guardrail of a model that was there. */
async function renewGuardrail(
  cluster: Cluster,
  model: SampleModel,
  found: StoredModel | undefined,
  models: ReadonlyMap<ModelKey, string>
): Promise<boolean> {
  if (!found || model.kind !== 'remote' || model.inputGuardrail === undefined) return false;
  const wanted = guardrails(known(models, model.inputGuardrail, 'model'));
  if (holds(found.guardrails, wanted)) return false;
  await cluster.call(z.unknown(), 'PUT', pathOf(found.id), { guardrails: wanted });
  return true;
}
