import { asApiError } from '../../public/api/errors';
import type { ModelResult } from '../../public/deletion/bulk/run';
import { pageApi } from '../cluster/page_api';
import { readUntil } from '../cluster/wait_for';
import { deleteOn } from './deletes';

/** Stops that mean no more than that the model was being deployed again meanwhile. */
const MOVING: ReadonlySet<string> = new Set(['changed', 'undeploy_first']);

/** Does again what was not finished, on a new review, as an admin would. */
export function repeat(id: string, host: string): Promise<ModelResult> {
  return readUntil(
    () => reviewAndDelete(id, host),
    (end) => end.kind !== 'stopped' || !MOVING.has(end.reason)
  );
}

async function reviewAndDelete(id: string, host: string): Promise<ModelResult> {
  try {
    const review = await pageApi({ host }).reviewModel(id);
    return await deleteOn(review, { host });
  } catch (reason) {
    const error = asApiError(reason);
    const isGone = error.reason === 'not_found';
    return isGone ? { kind: 'gone', message: error.displayMessage } : { kind: 'failed', error };
  }
}
