import type { ApiClient } from '../api/client';

/** The recovery files that were saved in this session, by the model's ID: one API is one cluster. */
const files = new WeakMap<ApiClient, Map<string, string>>();

/** Remembers the name of the file, so that the history of the delete has it. */
export function rememberRecoveryFile(api: ApiClient, modelId: string, file: string): void {
  const ofCluster = files.get(api) ?? new Map<string, string>();
  files.set(api, ofCluster.set(modelId, file));
}

/** The name of the recovery file of a model, where one was saved. */
export function recoveryFileOf(api: ApiClient, modelId: string): string | undefined {
  return files.get(api)?.get(modelId);
}
