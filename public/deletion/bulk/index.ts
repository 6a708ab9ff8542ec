export { countEnded, isOver } from './next_run_state';
export { resultRows } from './result_rows';
export type { ResultRow } from './result_rows';
export { toCsv, toJson } from './result_text';
export { startRun } from './run';
export type { Run } from './run';
export type { ModelEnd, ModelProgress, RunModel, RunState } from './run_state';
export { NO_CONSENTS, sortOut } from './sort_out';
export type { Going, RunConsents, SortedOut, Staying } from './sort_out';
