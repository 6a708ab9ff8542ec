import { setTimeout as sleep } from 'timers/promises';
import { asApiError } from '../../public/api/errors';
import type { ModelResult } from '../../public/deletion/bulk/run';
import { pageApi } from '../cluster/page_api';
import { deleteOn } from './deletes';

/** Stops that mean no more than that the model was being deployed again meanwhile. */
const MOVING: ReadonlySet<string> = new Set(['changed', 'undeploy_first']);
const GIVE_UP_AFTER_MS = 45_000;

/** Does again what was not finished, on a new review, as an admin would. */
export async function repeat(id: string, host: string): Promise<ModelResult> {
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    let end: ModelResult;
    try {
      const review = await pageApi({ host }).reviewModel(id);
      end = await deleteOn(review, { host });
    } catch (reason) {
      const error = asApiError(reason);
      const isGone = error.reason === 'not_found';
      end = isGone ? { kind: 'gone', message: error.displayMessage } : { kind: 'failed', error };
    }
    const isMoving = end.kind === 'stopped' && MOVING.has(end.reason);
    if (!isMoving || Date.now() > giveUpAt) return end;
    await sleep(300);
  }
}
