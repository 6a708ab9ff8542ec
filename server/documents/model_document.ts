import type { Model } from '../../common/models/model';
import { isRecord } from '../cluster/json';
import type { JsonRecord, StoredDocument } from '../cluster/json';
import { redactSecretText } from '../cluster/secrets';
import { redactSecrets } from './redact_secrets';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const time = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * A model from ML Commons' document, in which nearly every field can be missing: one trained in
 * the cluster has only name, algorithm, version and state (MLModel.java).
 */
export function toModel(
  { id, source }: StoredDocument,
  groupOf: (modelGroupId: string) => NonNullable<Model['model_group']>
): Model {
  const groupId = text(source.model_group_id);
  const model: Model = {
    id,
    name: text(source.name) ?? id,
    version: text(source.model_version) ?? '',
    function_name: text(source.algorithm) ?? '',
    state: text(source.model_state) ?? '',
    model_group: groupId === undefined ? null : groupOf(groupId),
    created_time: time(source.created_time),
    last_updated_time: time(source.last_updated_time),
    last_deployed_time: time(source.last_deployed_time),
  };
  const description = text(source.description);
  if (description !== undefined) model.description = redactSecretText(description);
  const connectorId = text(source.connector_id);
  if (connectorId !== undefined) model.connector_id = connectorId;
  const maker = text(source.provisioned_by);
  if (maker !== undefined) model.provisioned_by = redactSecretText(maker);
  if (source.is_hidden === true) model.is_hidden = true;
  const nodes = source.current_worker_node_count;
  if (typeof nodes === 'number') model.current_worker_node_count = nodes;
  return model;
}

/** The ids of the groups that some models are in, one for each that is in any. */
export function groupIdsOf(documents: readonly StoredDocument[]): string[] {
  return documents.flatMap(({ source }) => text(source.model_group_id) ?? []);
}

const CONTENT_KEYS: ReadonlySet<string> = new Set([
  'content',
  'model_content',
  'old_model_content',
]);

function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContent);
  return isRecord(value) ? recordWithoutContent(value) : value;
}

function recordWithoutContent(value: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !CONTENT_KEYS.has(key))
      .map(([key, child]) => [key, withoutContent(child)])
  );
}

/**
 * A model's document as it may be shown: without its content, and without all that authenticates,
 * in an embedded connector too.
 */
export function publicMetadata(source: JsonRecord): JsonRecord {
  return recordWithoutContent(redactSecrets(source));
}
