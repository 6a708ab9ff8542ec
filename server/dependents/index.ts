export { findDependents } from './find_dependents';
export { fingerprintOf } from './fingerprint';
export { readGraph, readModelGraph } from './read_graph';
export { coverageOf, readSources } from './read_sources';
export { reviewModel } from './review_model';
export { seekIds } from './sought';
export { SOURCES } from './sources';
