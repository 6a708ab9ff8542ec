import { setTimeout as sleep } from 'timers/promises';
import { readRelease, type Cluster } from '../cluster';

/** OpenSearch refreshes an index each second: by then searches find what was changed before. */
const FOUND_AFTER_MS = 1_500;

/**
 * Waits until searches find what was updated before. Up to 3.2 ML Commons and flow-framework don't
 * have an index refreshed when they update guardrails, an agent or a workflow; later they do (the
 * client of both for their indexes, opensearch-remote-metadata-sdk), and nothing is waited for.
 */
export async function untilUpdatesAreFound(cluster: Cluster): Promise<void> {
  const release = await readRelease(cluster);
  if (release && (release.major > 3 || (release.major === 3 && release.minor >= 3))) return;
  await sleep(FOUND_AFTER_MS);
}
