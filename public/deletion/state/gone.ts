import type { ApiError } from '../../api';
import type { DialogState } from './dialog_state';

/** Whatever was asked for, a model that isn't there needs no delete. */
export function isGone({ reason }: ApiError): boolean {
  return reason === 'not_found';
}

/** `afterDelete`: a delete was sent whose answer was lost. */
export function gone({ words }: ApiError, { afterDelete = false } = {}): DialogState {
  const outcome = { kind: 'gone', words, ...(afterDelete && { afterDelete }) } as const;
  return { kind: 'done', outcome };
}
