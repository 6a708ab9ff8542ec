/**
 * The states that ML Commons gives a model (MLModelState). The wire type stays a string: a later
 * version's new state must still be listed.
 */
export const MODEL_STATES = [
  'TRAINED',
  'REGISTERING',
  'REGISTERED',
  'DEPLOYING',
  'DEPLOYED',
  'PARTIALLY_DEPLOYED',
  'UNDEPLOYED',
  'DEPLOY_FAILED',
  'UPLOADING',
  'UPLOADED',
  'LOADING',
  'LOADED',
  'PARTIALLY_LOADED',
  'UNLOADED',
  'LOAD_FAILED',
] as const;
export type KnownModelState = (typeof MODEL_STATES)[number];

/** States in which some node holds the model and answers what calls it. */
export const SERVING_STATES: ReadonlySet<string> = new Set<KnownModelState>([
  'DEPLOYED',
  'PARTIALLY_DEPLOYED',
  'LOADED',
  'PARTIALLY_LOADED',
]);

/** States in which ML Commons refuses a delete with 400 until the model is undeployed. */
export const UNDEPLOY_FIRST_STATES: ReadonlySet<string> = new Set<KnownModelState>([
  'LOADED',
  'LOADING',
  'PARTIALLY_LOADED',
  'DEPLOYED',
  'DEPLOYING',
  'PARTIALLY_DEPLOYED',
]);

/**
 * States that an undeploy leaves; `DEPLOY_FAILED` is written too where ML Commons finds that
 * no node holds a model that should be deployed.
 */
export const UNDEPLOYED_STATES: ReadonlySet<string> = new Set<KnownModelState>([
  'UNDEPLOYED',
  'DEPLOY_FAILED',
  'UNLOADED',
  'LOAD_FAILED',
]);

/**
 * Functions whose models are a definition only; the others have content that lies in the cluster.
 */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['REMOTE', 'AGENT', 'CONNECTOR', 'TOOL']);

/**
 * Whether a model has content of its own, such as weights, which no definition brings back
 * (FunctionName of ML Commons).
 */
export function hasContent(functionName: string): boolean {
  return !WITHOUT_CONTENT.has(functionName.toUpperCase());
}
