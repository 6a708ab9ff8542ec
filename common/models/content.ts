/** Functions whose models are a definition only; the others have content that lies in the cluster. */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['REMOTE', 'AGENT', 'CONNECTOR', 'TOOL']);

/**
 * Whether a model has content of its own, such as weights, which no definition brings back
 * (FunctionName of ML Commons).
 */
export function hasContent(functionName: string): boolean {
  return !WITHOUT_CONTENT.has(functionName.toUpperCase());
}
