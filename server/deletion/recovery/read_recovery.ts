import type { Kept, Recovery } from '../../../common/deletion';
import { notChecked, type Dependent } from '../../../common/dependents';
import type { Cluster, JsonRecord } from '../../cluster';
import {
  ClusterError,
  readConnector,
  readDefinition,
  readModelAsStored,
  readModelGroup,
} from '../../cluster';
import { reviewModel } from '../../dependents';
import { fewAtOnce } from '../../dependents/few_at_once';
import { publicMetadata } from '../../models/public_metadata';
import { withoutSecrets } from '../../models/without_secrets';
import { recoveryNotes } from './recovery_notes';
import { recoveryRequests, type Stored } from './recovery_requests';

interface Reading extends Stored {
  /** Why it wasn't read. */
  words?: string;
}

/** What can't be read is left out of a recovery, and told; it hides nothing else. */
async function readIfPossible(id: string, read: () => Promise<JsonRecord>): Promise<Reading> {
  try {
    return { id, stored: await read() };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { id, stored: null, words: error.message };
  }
}

function readNeeded(
  id: unknown,
  read: (id: string) => Promise<{ source: JsonRecord }>
): Promise<Reading> | null {
  if (typeof id !== 'string') return null;
  return readIfPossible(id, async () => (await read(id)).source);
}

function kept({ id, stored, words }: Reading): Kept {
  return {
    id,
    definition: stored && withoutSecrets(stored),
    ...(words !== undefined && { not_read: words }),
  };
}

function readDependent(cluster: Cluster, dependent: Dependent) {
  const { kind, id, name, references } = dependent;
  const reading = readIfPossible(id, () => readDefinition(cluster, kind, id));
  return reading.then((read) => ({ ...read, kind, name, references }));
}

/**
 * All that is known of a model, of what it needs and of what needs it, read now and with the user's
 * own permissions, and the requests that register it again. Nothing in it authenticates.
 * @throws ClusterError where the model itself or its group's versions can't be read
 */
export async function readRecovery(cluster: Cluster, modelId: string): Promise<Recovery> {
  const [review, { source }] = await Promise.all([
    reviewModel(cluster, modelId),
    readModelAsStored(cluster, modelId),
  ]);
  const [group, connector, dependents] = await Promise.all([
    readNeeded(source.model_group_id, (id) => readModelGroup(cluster, id)),
    readNeeded(source.connector_id, (id) => readConnector(cluster, id)),
    fewAtOnce(review.dependents, (dependent) => readDependent(cluster, dependent)),
  ]);
  const unread = [
    ...(group ? [{ ...group, what: `model_group ${group.id}` }] : []),
    ...(connector ? [{ ...connector, what: `connector ${connector.id}` }] : []),
    ...dependents.map((one) => ({ ...one, what: `${one.kind} ${one.id}` })),
  ].flatMap(({ what, words }) => (words === undefined ? [] : [{ what, words }]));
  const note = recoveryNotes(review, unread);
  const model = { id: modelId, name: review.model.name, stored: source };
  return {
    model_id: modelId,
    made_at: new Date().toISOString(),
    note,
    model: publicMetadata(source),
    model_group: group && kept(group),
    connector: connector && kept(connector),
    dependents: dependents.map(({ kind, name, references, ...reading }) => ({
      kind,
      name,
      references,
      ...kept(reading),
    })),
    not_checked: notChecked(review.coverage),
    requests: recoveryRequests({ model, group, connector, dependents }, note),
  };
}
