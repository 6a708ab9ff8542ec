import { isDeepStrictEqual } from 'util';

type Value = unknown;

/** Keys of what differs from answer to answer, or follows from the rest. */
const NO_PART_OF_IT: ReadonlySet<string> = new Set([
  'read_at',
  'made_at',
  'fingerprint',
  'note',
  'detail',
]);

/**
 * An answer without these, and without names: where one can't be read its id is in its place, also in
 * the order of model groups.
 */
function comparable(value: Value): Value {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !NO_PART_OF_IT.has(key) && one !== undefined && key !== 'name')
      .map(([key, one]) => [
        key,
        key === 'model_groups' ? sorted(comparable(one)) : comparable(one),
      ])
  );
}

function sorted(value: Value): Value {
  if (!Array.isArray(value)) return value;
  return [...(value as Value[])].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Whether two answers say the same of the cluster. */
export function saySame(one: Value, other: Value): boolean {
  return isDeepStrictEqual(comparable(one), comparable(other));
}

/** By which keys and values an answer says that something is not known. */
const SAYS_SO: Readonly<Record<string, (value: Value) => boolean>> = {
  state: (value) => ['partial', 'off', 'forbidden', 'failed'].includes(String(value)),
  not_checked: (value) => Array.isArray(value) && value.length > 0,
  not_read: (value) => value !== 0,
  errors: (value) => Array.isArray(value) && value.length > 0,
  nodes: (value) => value === null,
  allowed: (value) => value === null,
  enabled: (value) => value === null,
  latest_version: (value) => value === null,
  fingerprint: (value) => value === null,
  action: (value) => value === 'not_checked' || value === 'change_and_embed',
  result: (value) => value === 'unknown',
  unreadable: () => true,
};

/** How many things an answer says are not known. */
export function countGaps(value: Value): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countGaps(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (SAYS_SO[key]?.(one) ? 1 : 0) + countGaps(one),
    0
  );
}
