import type { Model } from '../../common/models';
import type { StoredDocument } from '../cluster';
import { withoutSecretText } from '../cluster';

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
  if (description !== undefined) model.description = withoutSecretText(description);
  const connectorId = text(source.connector_id);
  if (connectorId !== undefined) model.connector_id = connectorId;
  if (source.is_hidden === true) model.is_hidden = true;
  const nodes = source.current_worker_node_count;
  if (typeof nodes === 'number') model.current_worker_node_count = nodes;
  return model;
}
