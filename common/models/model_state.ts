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
 * States that an undeploy leaves behind; `DEPLOY_FAILED` is written too where ML Commons finds that
 * no node holds a model that should be deployed.
 */
export const UNDEPLOYED_STATES: ReadonlySet<string> = new Set<KnownModelState>([
  'UNDEPLOYED',
  'DEPLOY_FAILED',
  'UNLOADED',
  'LOAD_FAILED',
]);
