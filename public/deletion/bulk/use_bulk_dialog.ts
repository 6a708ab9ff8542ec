import { useEffect, useReducer, useRef } from 'react';
import { onSettled } from '../../api/client';
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

/** Runs the requests that the dialog's states stand for, and gives what is to be drawn. */
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
    const sent = api.call('POST /api/ml_models/reviews', {
      body: { model_ids: [...asked] },
      signal,
    });
    const drop = onSettled(sent, {
      answered: (answer) => send({ type: 'reviewed', answer }),
      failed: (error) => send({ type: 'review_failed', error }),
    });
    return () => {
      drop();
      controller.abort();
    };
  }, [api, asked]);

  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  const run = useRef<Run>();
  const going = state.kind === 'running' ? state.going : null;
  useEffect(() => {
    if (!going) return;
    let isOpen = true;
    const started = startRun(going, {
      remove: (call) => api.call('DELETE /api/ml_models/models/{model_id}', call),
      onChange: (now) => isOpen && send({ type: 'run_changed', run: now }),
    });
    run.current = started;
    void started.ended.then((last) => ended.current(goneAfter(last)));
    return () => {
      isOpen = false;
      started.stop();
    };
  }, [api, going]);

  return bulkView(state, { send, stop: () => run.current?.stop(), close: onClose });
}
