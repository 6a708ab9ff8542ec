import { environment } from './environment';
import type { Fault, PretendedApi, WireState } from './wire';

async function control(state?: WireState): Promise<string[]> {
  const answer = await fetch(
    environment().wireControlUrl,
    state && { method: 'PUT', body: JSON.stringify(state) }
  );
  return (await answer.json()) as string[];
}

/** Makes these faults, and no others, from now on. */
export async function makeFaults(...faults: Fault[]): Promise<void> {
  await control({ faults, cut: false });
}

/** The same on a cluster that seems to have further APIs. */
export async function makeFaultsBeside(
  pretended: readonly PretendedApi[],
  ...faults: Fault[]
): Promise<void> {
  await control({ faults, pretended: [...pretended], cut: false });
}

/** Takes the cluster away until `mendWire`. */
export async function cutWire(): Promise<void> {
  await control({ faults: [], cut: true });
}

export async function mendWire(): Promise<void> {
  await control({ faults: [], cut: false });
}

/** What the plugin has sent to the cluster since faults were last set: `METHOD /path?query`. */
export function sentToCluster(): Promise<string[]> {
  return control();
}
