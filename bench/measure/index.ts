export { compareWithRawReads, type Comparison } from './compare';
export { measure, type Measured } from './measure';
