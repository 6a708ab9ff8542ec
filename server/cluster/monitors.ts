import type { Cluster } from './cluster';
import { isRecord } from './json';
import { searchOrNone } from './ml_resources';
import type { Reader } from './stored_document';

/**
 * The monitors of the alerting plugin that the user may see, composite ones too. A monitor that the
 * plugin can't parse comes as it is stored, in a member of its own (RestSearchMonitorAction).
 * @throws ClusterError
 */
export function readMonitors(cluster: Cluster, { take }: Reader): Promise<void> {
  return searchOrNone(cluster, '/_plugins/_alerting/monitors/_search', ({ id, source }) =>
    take({ id, source: isRecord(source.monitor) ? source.monitor : source })
  );
}
