/** By what the edges of a graph name a node; unique over all kinds. */
export function nodeKey({ kind, id }: { kind: string; id: string }): string {
  return `${kind}/${id}`;
}
