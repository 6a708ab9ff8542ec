/** Gives the name of a model of the selection. */
export type NameOf = (modelId: string) => string;

/** “one”, “another” */
export function namesWords(modelIds: readonly string[], nameOf: NameOf): string {
  return modelIds.map((id) => `“${nameOf(id)}”`).join(', ');
}
