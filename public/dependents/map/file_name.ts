/** `map-minilm-l6.svg`: names of models may have what files' names may not. */
export function fileName(what: string, modelName: string, ending: string): string {
  return `${what}-${modelName.replace(/[^\w.-]+/g, '_')}.${ending}`;
}
