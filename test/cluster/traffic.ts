import { setTimeout as sleep } from 'timers/promises';
import { ask } from './opensearch';

/** Something that keeps calling a model. */
export interface Traffic {
  /** How many calls were answered so far. */
  calls(): number;
  stop(): Promise<void>;
}

/**
 * Calls a remote model all the time, as an application would that nobody has told of a delete. Its
 * endpoint isn't there; by default ML Commons deploys the model before it notices that.
 */
export function callAllTheTime(modelId: string, senders = 4): Traffic {
  let goesOn = true;
  let calls = 0;
  const send = async () => {
    while (goesOn) {
      const body = { parameters: { input: 'x' } };
      await ask('POST', `/_plugins/_ml/models/${modelId}/_predict`, body);
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
