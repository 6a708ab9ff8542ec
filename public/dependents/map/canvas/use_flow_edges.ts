import { useMemo } from 'react';
import { lineEdge, type LineEdge } from './flow_node';
import type { LaidOut } from './use_layout';

/** The lines, those of the chosen node thicker; one in a frame has its own while it is chosen. */
export function useFlowEdges({ picture, places }: LaidOut, chosen: string | null): LineEdge[] {
  const lines = useMemo(
    () => picture.edges.flatMap((edge) => lineEdge(edge, places, false)),
    [picture, places]
  );
  return useMemo(() => {
    if (chosen === null) return lines;
    const isOfChosen = ({ from, to }: { from: string; to: string }) =>
      from === chosen || to === chosen;
    const strong = [...picture.edges, ...picture.memberEdges]
      .filter(isOfChosen)
      .flatMap((edge) => lineEdge(edge, places, true));
    const keys = new Set(strong.map(({ id }) => id));
    return [...lines.filter(({ id }) => !keys.has(id)), ...strong];
  }, [lines, picture, places, chosen]);
}
