export { SampleDataError } from './cluster';
export { sampleExamples } from './content/examples';
export { sampleModels, type ModelKey } from './content/models';
export { loadSampleData, type SampleDataOptions, startGatewayFor } from './load';
export type { Outcome, SampleDataReport, SampleKind } from './report';
