import { createHash } from 'crypto';
import { exactText, isExactNumber } from '../cluster/exact_json';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => [key, sorted(child)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
}

/** A text that two JSON values have in common if and only if they are equal, whatever their order. */
export function canonicalText(value: unknown): string {
  return exactText(sorted(value));
}

/** SHA-256, in hex, of a JSON value, whatever the order of its members. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
