import { i18n } from '@osd/i18n';
import type { DependentKind } from '../../../common/dependents/kinds';
import type { JsonRecord } from '../../cluster/json';
import { type ConsoleRequest, consoleText } from '../../dependents/requests/console_text';
import { warnedOf } from '../../dependents/requests/read_dependent_requests';
import { registerRequest } from '../../dependents/requests/register_request';
import { redactSecrets } from '../../documents/redact_secrets';
import { connectorRequest, groupRequest, modelRequest } from './model_requests';

/** Something as the cluster keeps it, secrets included; null where it wasn't read. */
export interface Stored {
  id: string;
  stored: JsonRecord | null;
}

export interface StoredDependent extends Stored {
  kind: DependentKind;
  name: string;
}

export interface RecoveryInput {
  model: Stored & { name: string };
  group: Stored | null;
  connector: Stored | null;
  dependents: readonly StoredDependent[];
}

/** What others are made with comes before them. */
const ORDER: readonly DependentKind[] = [
  'model',
  'ingest_pipeline',
  'search_pipeline',
  'index_template',
  'index',
  'agent',
];

function rank({ kind, id }: StoredDependent): number {
  const at = ORDER.indexOf(kind);
  const last = at < 0 ? ORDER.length : at;
  return id.startsWith('_component_template/') ? last - 0.5 : last;
}

/** A request under the name of what it registers. */
function titled(title: string, { comments = [], ...request }: ConsoleRequest): ConsoleRequest {
  return { ...request, comments: [title, ...comments] };
}

function dependentRequest({ kind, id, name, stored }: StoredDependent): ConsoleRequest {
  const title = `${kind} ${name}${name === id ? '' : ` (${id})`}`;
  if (stored === null) {
    const note = i18n.translate('mlModels.requests.notRead', {
      defaultMessage: 'Couldn’t read the resource.',
    });
    return { comments: [title, note] };
  }
  return titled(title, warnedOf(registerRequest(kind, id, redactSecrets(stored)), stored));
}

/**
 * The requests that register a model again with what it needs and what needs it, in the order in
 * which they are to be sent.
 */
export function recoveryRequests(
  { model, group, connector, dependents }: RecoveryInput,
  note: readonly string[]
): string {
  const requests: ConsoleRequest[] = [{ comments: [`model ${model.name} (${model.id})`, ...note] }];
  if (connector?.stored) {
    const request = connectorRequest(connector.id, connector.stored);
    requests.push(titled(`connector ${connector.id}`, request));
  }
  if (group?.stored) {
    requests.push(titled(`model_group ${group.id}`, groupRequest(group.id, group.stored)));
  }
  if (model.stored) {
    requests.push(titled(`model ${model.name}`, modelRequest(model.id, model.stored)));
  }
  const inOrder = [...dependents].sort((a, b) => rank(a) - rank(b));
  return consoleText([...requests, ...inOrder.map(dependentRequest)]);
}
