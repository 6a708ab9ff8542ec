/** What all that was read of one model is kept under. */
export function modelKey(dataSourceId: string | undefined, modelId: string) {
  return ['model', dataSourceId, modelId] as const;
}
