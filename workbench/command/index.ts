export { readCommandLine, usage, UsageError } from './command_line';
export { createEnding } from './ending';
export { readEnvironment } from './environment';
export { run } from './run';
