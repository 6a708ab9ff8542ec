import { useEffect, useRef, useState } from 'react';
import { type DependentKind, nodeKey } from '../../common/dependents/kinds';
import type { Trial } from '../../common/replacement/trial';
import { asApiError } from '../api/errors';
import { useServices } from '../services/services';
import { fewAtOnce } from './few_at_once';
import { indexFor, readOwnSample, sampleFor, type TrialSamples } from './trial_samples';

/** What has become of one trial. */
export type TrialState =
  | (Trial & {
      /** Whether it was tried with a sample that was typed for it alone. */
      hasOwnSample: boolean;
    })
  | { result: 'running' };

export type Trials = ReadonlyMap<string, TrialState>;

/** What is tried: the model by itself, or a dependent as it would be. */
export interface Tried {
  kind: DependentKind;
  id: string;
  name: string;
  /** From which a document is taken, or which is searched. */
  index?: string;
  isPossible: boolean;
}

interface TrialsOptions {
  modelId: string;
  replacementId: string;
  samples: TrialSamples;
  trials: Trials;
  onTrials(trials: Trials): void;
}

/** Tries things, a few at once, until the step is left; what was tried before stays as it was. */
export function useTrials(options: TrialsOptions) {
  const { modelId, replacementId, samples, trials, onTrials } = options;
  const { api } = useServices();
  const [isRunning, setRunning] = useState(false);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run = async (items: readonly Tried[]) => {
    const abort = new AbortController();
    controller.current = abort;
    setRunning(true);
    const keys = new Set(items.map(nodeKey));
    const states = new Map([...trials].filter(([key]) => !keys.has(key)));
    const show = () => !abort.signal.aborted && onTrials(new Map(states));
    const tryOne = async (tried: Tried) => {
      const { kind, id, isPossible } = tried;
      const index = indexFor(samples, tried) ?? tried.index;
      const key = nodeKey(tried);
      states.set(key, { result: 'running' });
      show();
      const sample = sampleFor(samples, tried);
      const hasOwnSample = readOwnSample(samples, tried).kind === 'given';
      try {
        const body = {
          replacement_id: replacementId,
          kind,
          id,
          ...(index !== undefined && { index }),
          ...(isPossible && { possible: true }),
          ...(sample !== undefined && { sample }),
        };
        const trial = await api.tryReplacement(modelId, body, abort.signal);
        states.set(key, { ...trial, hasOwnSample });
      } catch (error) {
        const detail = asApiError(error).displayMessage;
        states.set(key, { result: 'fails', detail, hasOwnSample });
      }
      show();
    };
    await fewAtOnce(items, tryOne, () => abort.signal.aborted);
    if (!abort.signal.aborted) setRunning(false);
  };

  /** What became of a trial; undefined also of one that ended with the step that it was begun in. */
  const stateOf = (tried: Tried): TrialState | undefined => {
    const state = trials.get(nodeKey(tried));
    return state?.result === 'running' && !isRunning ? undefined : state;
  };
  return { isRunning, run, stateOf };
}
