export { ACCEPTABLE_VERDICTS } from './acceptable_verdicts';
export type { AcceptableVerdict } from './acceptable_verdicts';
export { deletionContracts } from './contracts';
export type { DeleteModelAnswer } from './contracts';
