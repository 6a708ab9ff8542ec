import { setTimeout as sleep } from 'timers/promises';
import { modelState } from './fixtures';
import { ask } from './opensearch';

/** Calls a remote model; its endpoint isn't there, but ML Commons deploys it before it sees that. */
function predict(modelId: string) {
  const body = { parameters: { input: 'x' } };
  return ask('POST', `/_plugins/_ml/models/${modelId}/_predict`, body);
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
  let goesOn = true;
  let calls = 0;
  const send = async () => {
    while (goesOn) {
      await predict(modelId);
      calls += 1;
      await sleep(1);
    }
  };
  const sending = Array.from({ length: senders }, send);
  return {
    calls: () => calls,
    async stop() {
      goesOn = false;
      await Promise.all(sending);
    },
  };
}
