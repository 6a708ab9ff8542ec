export { consoleText } from './console_text';
export type { ConsoleRequest } from './console_text';
export { readDependentRequests, warnedOf } from './read_dependent_requests';
export { registerRequest } from './register_request';
export { leaving, withoutBookkeeping } from './registered';
