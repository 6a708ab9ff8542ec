import { i18n } from '@osd/i18n';
import type { SavedDefinition, Recovery } from '../../../common/deletion/recovery';
import type { Dependent } from '../../../common/dependents/dependent';
import type { Review } from '../../../common/dependents/review';
import { notChecked } from '../../../common/dependents/verdict';
import { hasContent } from '../../../common/models/model_state';
import type { Cluster } from '../../cluster/cluster';
import { readDefinition } from '../../cluster/definitions';
import { ClusterError } from '../../cluster/errors';
import type { JsonRecord } from '../../cluster/json';
import { readConnector, readModelGroup } from '../../cluster/model_groups';
import { readModelAsStored } from '../../cluster/models';
import { mapConcurrent } from '../../dependents/map_concurrent';
import { reviewModel } from '../../dependents/review_model';
import { publicMetadata } from '../../documents/model_document';
import { redactSecrets } from '../../documents/redact_secrets';
import { recoveryRequests, type Stored } from './recovery_requests';

interface Reading extends Stored {
  /** Why it wasn't read. */
  message?: string;
}

/** What can't be read is left out of a recovery, and named; it hides nothing else. */
async function readIfPossible(id: string, read: () => Promise<JsonRecord>): Promise<Reading> {
  try {
    return { id, stored: await read() };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { id, stored: null, message: error.message };
  }
}

function readNeeded(
  id: unknown,
  read: (id: string) => Promise<{ source: JsonRecord }>
): Promise<Reading> | null {
  if (typeof id !== 'string') return null;
  return readIfPossible(id, async () => (await read(id)).source);
}

function kept({ id, stored, message }: Reading): SavedDefinition {
  return {
    id,
    definition: stored && redactSecrets(stored),
    ...(message !== undefined && { not_read: message }),
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
    mapConcurrent(review.dependents, (dependent) => readDependent(cluster, dependent)),
  ]);
  const unread = [
    ...(group ? [{ ...group, what: `model_group ${group.id}` }] : []),
    ...(connector ? [{ ...connector, what: `connector ${connector.id}` }] : []),
    ...dependents.map((one) => ({ ...one, what: `${one.kind} ${one.id}` })),
  ].flatMap(({ what, message }) => (message === undefined ? [] : [{ what, message }]));
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

/** What was not read though it belongs to the model. */
export interface Unread {
  what: string;
  message: string;
}

function contentNote({ model }: Review): string[] {
  if (!hasContent(model.function_name)) return [];
  return [
    i18n.translate('mlModels.recovery.content', {
      defaultMessage:
        'This file can’t restore the content of the model. You need the file or URL that it was registered from, or must train it again.',
    }),
  ];
}

function notCheckedNote({ coverage }: Review): string[] {
  const sources = notChecked(coverage).map(({ source }) => source);
  if (sources.length === 0) return [];
  return [
    i18n.translate('mlModels.recovery.notChecked', {
      defaultMessage: 'Not checked, so dependents among these are not included: {sources}.',
      values: { sources: sources.join(', ') },
    }),
  ];
}

/** What can't be brought back with a recovery, and what is not in it, in words. */
function recoveryNotes(review: Review, unread: readonly Unread[]): string[] {
  return [
    ...contentNote(review),
    i18n.translate('mlModels.recovery.newId', {
      defaultMessage:
        'A model that is registered again gets a new ID. The definitions of its dependents have the old one.',
    }),
    i18n.translate('mlModels.recovery.secrets', {
      defaultMessage:
        'Credentials, header values and everything else that may be a secret are left out.',
    }),
    i18n.translate('mlModels.recovery.documents', {
      defaultMessage: 'Documents of indexes and memories of agents are not included.',
    }),
    ...notCheckedNote(review),
    ...unread.map(({ what, message }) =>
      i18n.translate('mlModels.recovery.notRead', {
        defaultMessage: 'Couldn’t read {what}. Cluster response: “{words}”',
        values: { what, words: message },
      })
    ),
  ];
}
