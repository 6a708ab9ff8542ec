const VARIABLE = 'ML_MODELS_TEST_SECOND_NODE';

/** The names of the nodes. */
export const FIRST = 'first-of-two';
export const SECOND = 'second-of-two';

let isGone = false;

export function publishSecondNode(pid: number): void {
  process.env[VARIABLE] = String(pid);
}

/** `SIGSTOP`: it hangs; `SIGCONT`: it is back; `SIGKILL`: it is gone for good. */
export function signalSecondNode(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
  if (isGone) return;
  process.kill(Number(process.env[VARIABLE]), signal);
  isGone = signal === 'SIGKILL';
}
