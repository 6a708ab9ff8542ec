export { readCommandLine, usage, UsageError } from './command_line';
export { createShutdown } from './shutdown';
export { readEnvironment } from './environment';
export { run } from './run';
