import { authorizationOf } from '../../workbench/opensearch';
import { environment } from './environment';
import type { Fault, PretendedApi, WireState } from './wire';
import type { LoggedRequest } from './wire_log';

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

/** Resolves once a request waits at a gate of the wire. */
export async function untilHeld(gate: string, signal?: AbortSignal): Promise<void> {
  await (await fetch(`${environment().wireControlUrl}/gates/${gate}`, { signal })).text();
}

async function tellGate(gate: string, method: 'POST' | 'DELETE'): Promise<void> {
  const url = `${environment().wireControlUrl}/gates/${gate}`;
  await (await fetch(url, { method })).text();
}

/** Lets what waits at a gate go on. */
export function openGate(gate: string): Promise<void> {
  return tellGate(gate, 'POST');
}

/** Drops what waits at a gate, and its connection: it reaches nobody. */
export function loseGate(gate: string): Promise<void> {
  return tellGate(gate, 'DELETE');
}

let senders = 0;

/** The `authorization` of somebody that nobody else is: the wire tells requests apart by it. */
export function newSender(): string {
  senders += 1;
  return authorizationOf({ username: `sender-${senders}`, password: 'x' });
}

/** How far the requests of one sender have come since faults were last set, oldest first. */
export async function requestsOf(sender: string): Promise<LoggedRequest[]> {
  const query = new URLSearchParams({ sender });
  const answer = await fetch(`${environment().wireControlUrl}/log?${query}`);
  return (await answer.json()) as LoggedRequest[];
}
