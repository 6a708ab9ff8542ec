import type { Json } from './content/json';

/**
 * Whether all of `wanted` stands in `stored`; what the cluster added there doesn't count, and
 * neither does it that settings come back as strings.
 */
export function holds(stored: unknown, wanted: Json | undefined): boolean {
  if (wanted === undefined) return true;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(stored) &&
      stored.length === wanted.length &&
      wanted.every((item, at) => holds(stored[at], item))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof stored !== 'object' || stored === null) return false;
    return Object.entries(wanted).every(([key, value]) => holds(Reflect.get(stored, key), value));
  }
  return String(stored) === String(wanted);
}
