import { useEffect, useReducer, useRef } from 'react';
import type { ReadProgress } from '../../../common/dependents/coverage';
import { asApiError } from '../../api/errors';
import { useServices } from '../../services/services';
import { bulkView, firstBulkState, goneAfter, nextBulkState } from './bulk_state';
import type { BulkView } from './bulk_state';
import { startRun } from './run';
import type { Run } from './run';

interface Options {
  onClose(): void;
  /** A run has ended, also one that was stopped by closing the page it was on. */
  onEnded(goneIds: string[]): void;
}

/** Sends the requests that the dialog's states wait for, and gives what is to be drawn. */
export function useBulkDialog(
  modelIds: readonly string[],
  { onClose, onEnded }: Options
): BulkView {
  const { api } = useServices();
  const [state, send] = useReducer(nextBulkState, modelIds, firstBulkState);

  const asked = state.kind === 'reviewing' ? state.modelIds : null;
  useEffect(() => {
    if (!asked) return;
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = (progress: ReadProgress) =>
      !signal.aborted && send({ type: 'progress', progress });
    api.reviewModels(asked, { signal, onProgress }).then(
      (answer) => !signal.aborted && send({ type: 'reviewed', answer }),
      (error) => !signal.aborted && send({ type: 'review_failed', error: asApiError(error) })
    );
    return () => controller.abort();
  }, [api, asked]);

  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  const run = useRef<Run>();
  const deletes = state.kind === 'running' ? state.deletes : null;
  useEffect(() => {
    if (!deletes) return;
    let isOpen = true;
    const started = startRun(deletes, {
      api,
      onChange: (now) => isOpen && send({ type: 'run_changed', run: now }),
    });
    run.current = started;
    void started.ended.then((last) => ended.current(goneAfter(last)));
    return () => {
      isOpen = false;
      started.stop();
    };
  }, [api, deletes]);

  return bulkView(state, { send, stop: () => run.current?.stop(), close: onClose });
}
