import { setTimeout as sleep } from 'timers/promises';
import { modelState } from './fixtures';
import { ask } from './opensearch';

/** As long as an application waits for a call. */
const CALL_TIMEOUT_MS = 5_000;

/**
 * Calls a remote model; its endpoint isn't there, but ML Commons deploys it before it sees that. A
 * call whose model is undeployed or deleted while it is being deployed may never be answered (seen
 * on 3.6.0): whoever calls gives up.
 */
async function predict(modelId: string, stopped?: AbortSignal): Promise<void> {
  const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS);
  const signal = stopped ? AbortSignal.any([stopped, timeout]) : timeout;
  const body = { parameters: { input: 'x' } };
  try {
    await ask('POST', `/_plugins/_ml/models/${modelId}/_predict`, body, undefined, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/**
 * Calls a model that is undeployed, until that has deployed it. A second call while the deploy of
 * the first one is just ending would start another deploy, which ends as DEPLOY_FAILED and is written
 * over the DEPLOYED of the first: it is called again only where no deploy has come of it.
 */
export async function callUntilDeployed(modelId: string): Promise<void> {
  for (let call = 0; call < 5; call += 1) {
    await predict(modelId);
    for (let look = 0; look < 60; look += 1) {
      if ((await modelState(modelId)) === 'DEPLOYED') return;
      await sleep(50);
    }
  }
  throw new Error(`Calls don't deploy the model ${modelId}.`);
}

/** Something that keeps calling a model. */
export interface Traffic {
  /** How many calls were answered so far. */
  calls(): number;
  stop(): Promise<void>;
}

/** Calls a remote model all the time, as an application would that nobody has told of a delete. */
export function callAllTheTime(modelId: string, senders = 4): Traffic {
  const controller = new AbortController();
  const { signal } = controller;
  let calls = 0;
  const send = async () => {
    while (!signal.aborted) {
      await predict(modelId, signal);
      calls += 1;
      await sleep(1);
    }
  };
  const sending = Array.from({ length: senders }, send);
  return {
    calls: () => calls,
    async stop() {
      controller.abort();
      await Promise.all(sending);
    },
  };
}
