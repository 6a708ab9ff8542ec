import type { ModelResult } from '../../public/deletion/bulk/run';
import { loseGate, mendWire, openGate } from '../cluster/faults';
import { tell } from '../cluster/opensearch';
import { send } from '../cluster/plugin_api';
import { waitUntil } from '../cluster/wait_for';
import { raw } from '../conformance/raw';
import { type Attempt, bringToTheirSteps, untilAnswered } from './attempts';
import type { Stage } from './stage';

/** Kills the Dashboards server with each delete at its step, and starts it again. */
export async function dieAsHost(
  { host, hostUrl }: Stage,
  attempts: readonly Attempt[]
): Promise<ModelResult[]> {
  const ends = await bringToTheirSteps(attempts, hostUrl);
  await host.kill();
  for (const { kill, gate, sender } of attempts) {
    if (kill.then === 'gets lost') {
      await loseGate(gate);
    } else {
      await openGate(gate);
      await untilAnswered(sender);
    }
  }
  await mendWire();
  await host.start();
  return Promise.all(ends);
}

/** While it is off, a cluster that comes up can't read its indexes. */
async function setAllocation(enable: 'none' | null): Promise<void> {
  const persistent = { 'cluster.routing.allocation.enable': enable };
  await tell('PUT', '/_cluster/settings', { persistent });
}

function untilUnreadable(modelId: string): Promise<void> {
  const path = `/_plugins/_ml/models/${modelId}`;
  return waitUntil('a cluster that can’t read its indexes', async () => {
    const { text } = await raw('GET', path).catch(() => ({ text: '' }));
    return text.includes('no_shard_available');
  });
}

export interface OpenSearchDeath {
  ends: ModelResult[];
  /** HTTP status of the list, and of a review, while the indexes could not be read. */
  unreadable: number[];
}

/** The same of OpenSearch, which on its way up is held where it can't read its indexes yet. */
export async function dieAsOpenSearch(
  { opensearch, hostUrl: host }: Stage,
  attempts: readonly Attempt[],
  modelId: string
): Promise<OpenSearchDeath> {
  await setAllocation('none');
  const deleting = await bringToTheirSteps(attempts, host);
  await opensearch.kill();
  const early = attempts.filter(({ kill }) => kill.then === 'arrives early');
  for (const { kill, gate } of attempts) {
    if (kill.then === 'gets lost') await loseGate(gate);
    if (kill.then === 'arrives') await openGate(gate);
  }
  const up = opensearch.start();
  await untilUnreadable(modelId);
  const { status: list } = await send('listModels', {}, { host });
  const { status: review } = await send('reviewModel', { params: { model_id: modelId } }, { host });
  for (const { gate } of early) await openGate(gate);
  const ends = await Promise.all(deleting);
  await setAllocation(null);
  await up;
  await mendWire();
  return { ends, unreadable: [list, review] };
}
