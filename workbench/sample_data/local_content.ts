import { createHash } from 'node:crypto';
import type { LocalModel } from './content/models';

/** No archive, so that deploying it fails, and each of its own, so that its hash tells which it is. */
export function contentOf(model: LocalModel): string {
  return `Sample model without an archive: ${model.name}. ${model.description ?? ''}`;
}

/** The hash that ML Commons keeps of it. */
export function hashOf(model: LocalModel): string {
  return createHash('sha256').update(contentOf(model)).digest('hex');
}
