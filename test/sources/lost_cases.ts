import { authorizationOf } from '../../workbench/opensearch';
import type { Fault } from '../cluster/wire';
import { LOSSES, type Loss } from './losses';
import { shapesInUse } from './shapes_in_use';
import { SOURCE_REQUESTS, type SourceRequest } from './source_requests';

/** One request of one source is lost in one way. */
export interface LostCase {
  request: SourceRequest;
  loss: Loss;
  /** By whom the wire knows its requests from those of the other cases. */
  authorization: string;
}

const kindsInUse = new Set<string>(shapesInUse().map(({ kind }) => kind));

/** What the wire answers for, and the ML config, which no shape makes. */
const PRETENDED: ReadonlySet<string> = new Set([
  'ml_config',
  'workflow',
  'search_configuration',
  'judgment',
  'monitor',
]);

/** Whether the release under test has a source, or the wire pretends that it does. */
export function isThere(source: string): boolean {
  return kindsInUse.has(source) || PRETENDED.has(source);
}

/** Every request of every source that is there, lost in each of the ways. */
export const LOST_CASES: readonly LostCase[] = Object.values(LOSSES)
  .flatMap((loss) =>
    SOURCE_REQUESTS.filter(({ source }) => isThere(source)).map((request) => ({ request, loss }))
  )
  .map((one, at) => ({
    ...one,
    authorization: authorizationOf({ username: `case-${at}`, password: 'x' }),
  }));

/** The faults of all cases at once: each is made for its own requests only. */
export const LOST_FAULTS: readonly Fault[] = LOST_CASES.map(
  ({ request: { path, body }, loss: { answer }, authorization }) => ({
    path,
    body,
    answer,
    sender: authorization,
  })
);
