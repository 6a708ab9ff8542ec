import { IS_LONG } from '../cluster/long_form';
import type { Fault, Hold } from '../cluster/wire';

/** A request for a dependent that is held: by its method, the dependent's ID and its number. */
interface Step extends Hold {
  method: 'GET' | 'PUT';
  /** Requests alike that come before it. */
  skip?: number;
}

/** Every step of a change at which it can be ended, in their order. */
const STEPS = {
  'before it is read': { method: 'GET', hold: 'request' },
  'once it is read': { method: 'GET', hold: 'answer' },
  'write sent': { method: 'PUT', hold: 'request' },
  'write answered': { method: 'PUT', hold: 'answer' },
  'read back': { method: 'GET', skip: 1, hold: 'answer' },
} as const satisfies Record<string, Omit<Step, 'gate'>>;
export type StepName = keyof typeof STEPS;

/** What dies while one dependent is changed, and when. */
export interface ReplacementKill {
  dies: 'host' | 'opensearch';
  /** `ask`: while only its journal is asked for, which writes nothing. */
  phase: 'ask' | 'write' | 'revert';
  at: StepName;
  /** What becomes of the request that is held. */
  then: 'gets lost' | 'arrives';
  /** Whether the dependent has the other model afterwards. */
  isReplaced: boolean;
}

/** OpenSearch takes long to come up again: once shows as much as three times. */
const inLongForm = (kill: ReplacementKill): ReplacementKill[] => (IS_LONG ? [kill] : []);

const host = { dies: 'host' } as const;
const opensearch = { dies: 'opensearch' } as const;

/** One after the other, each in what is left of the replacement by then. */
export const FORTH: readonly ReplacementKill[] = [
  { ...host, phase: 'ask', at: 'before it is read', then: 'gets lost', isReplaced: false },
  { ...host, phase: 'ask', at: 'once it is read', then: 'gets lost', isReplaced: false },
  { ...host, phase: 'write', at: 'before it is read', then: 'gets lost', isReplaced: false },
  { ...host, phase: 'write', at: 'once it is read', then: 'gets lost', isReplaced: false },
  { ...host, phase: 'write', at: 'write sent', then: 'gets lost', isReplaced: false },
  { ...host, phase: 'write', at: 'write sent', then: 'arrives', isReplaced: true },
  { ...host, phase: 'write', at: 'write answered', then: 'gets lost', isReplaced: true },
  { ...host, phase: 'write', at: 'read back', then: 'gets lost', isReplaced: true },
  ...inLongForm({
    ...opensearch,
    phase: 'write',
    at: 'write sent',
    then: 'gets lost',
    isReplaced: false,
  }),
  { ...opensearch, phase: 'write', at: 'write answered', then: 'gets lost', isReplaced: true },
];

/** The same on the way back. */
export const BACK: readonly ReplacementKill[] = [
  { ...host, phase: 'revert', at: 'once it is read', then: 'gets lost', isReplaced: true },
  { ...host, phase: 'revert', at: 'write sent', then: 'gets lost', isReplaced: true },
  { ...host, phase: 'revert', at: 'write answered', then: 'gets lost', isReplaced: false },
  ...inLongForm({
    ...opensearch,
    phase: 'revert',
    at: 'write answered',
    then: 'gets lost',
    isReplaced: false,
  }),
];

/** Whether a kill's step can be found of a dependent: agents are read by a search, which names none. */
export function hasStep({ at }: ReplacementKill, kind: string): boolean {
  return STEPS[at].method === 'PUT' || !kind.startsWith('agent');
}

/** Holds the requests of one sender for a dependent at the step of a kill. */
export function holdForKill({ at }: ReplacementKill, id: string, sender: string, gate: string) {
  const { hold, ...step }: Omit<Step, 'gate'> = STEPS[at];
  return { ...step, sender, path: `/${id}$`, times: 1, answer: { hold, gate } } satisfies Fault;
}
