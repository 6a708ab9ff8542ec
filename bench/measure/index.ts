export { AT_ONCE, compareWithRawReads, type Comparison } from './compare';
export { measure, type Measured, type Times } from './measure';
