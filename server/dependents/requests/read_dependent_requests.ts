import { i18n } from '@osd/i18n';
import type { DependentRequests } from '../../../common/dependents/dependent';
import type { DependentKind } from '../../../common/dependents/kinds';
import type { Cluster } from '../../cluster/cluster';
import { readRelease } from '../../cluster/cluster_info';
import { readDefinition } from '../../cluster/definitions';
import type { JsonRecord } from '../../cluster/json';
import { REDACTED } from '../../cluster/secrets';
import { isShownWhole, redactSecrets } from '../../documents/redact_secrets';
import { placesOfModel } from '../references_in';
import { type ConsoleRequest, consoleText, showRequest } from './console_text';
import { removeReference } from './remove_reference';

/** A request with the warning that it would write over what is kept back here. */
export function warnedOf(request: ConsoleRequest, before: JsonRecord): ConsoleRequest {
  if (request.body === undefined || isShownWhole(before)) return request;
  const note = i18n.translate('mlModels.requests.leftOut', {
    defaultMessage:
      'Credentials, header values and everything else that may be a secret are left out or replaced by “{withheld}”. Add them before you send the request.',
    values: { withheld: REDACTED },
  });
  return { ...request, comments: [...(request.comments ?? []), note] };
}

/** Whether the model's id is only where a secret may be, so that nothing is shown of it. */
function keepsBack(
  kind: DependentKind,
  modelId: string,
  { stored, shown }: { stored: JsonRecord; shown: JsonRecord }
): boolean {
  const holds = (definition: JsonRecord) => placesOfModel(kind, definition, modelId).length > 0;
  return !holds(shown) && holds(stored);
}

function keptBackText(): string {
  return i18n.translate('mlModels.requests.keptBack', {
    defaultMessage:
      'The model’s ID is in a part that may have a secret and is not shown. Check the definition in the cluster.',
  });
}

/**
 * One dependent as it is defined now, and the requests by which it is looked at, and changed so
 * that it doesn't use a model. @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readDependentRequests(
  cluster: Cluster,
  kind: DependentKind,
  id: string,
  modelId: string
): Promise<DependentRequests> {
  const [stored, release] = await Promise.all([
    readDefinition(cluster, kind, id),
    readRelease(cluster),
  ]);
  const definition = redactSecrets(stored);
  const removal = keepsBack(kind, modelId, { stored, shown: definition })
    ? { whyNot: keptBackText() }
    : removeReference({ kind, id, definition, modelId, release });
  const show = showRequest(kind, id);
  return {
    kind,
    id,
    definition,
    requests:
      'request' in removal
        ? { show, remove_reference: consoleText([warnedOf(removal.request, stored)]) }
        : { show, remove_reference: null, why_not: removal.whyNot },
  };
}
