import React, { memo, useMemo } from 'react';
import { Handle, Position } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import type { LineStyle } from './graph_view';
import { lineEdge, type LineEdge } from './use_flow_nodes';
import type { LaidOut } from './use_flow_nodes';

/** One line; who can't see it has the table. */
export const Line = memo(function Line({ data }: EdgeProps<LineEdge>) {
  if (!data) return null;
  const { path, line, isStrong } = data;
  return (
    <path
      d={path}
      className={LINE_LOOKS[line].className}
      data-line={line}
      {...lineAttributes(line, isStrong)}
    />
  );
});

/** Where the lines of a node begin and end: the library looks for them, nobody sees them. */
export function LineEnds() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} style={UNSEEN} />
      <Handle type="source" position={Position.Right} isConnectable={false} style={UNSEEN} />
    </>
  );
}

const UNSEEN = { visibility: 'hidden' } as const;

interface LineLook {
  /** OUI's class that sets the text colour, which the line takes. */
  className: string;
  width: number;
  /** SVG's `stroke-dasharray`. */
  dash?: string;
  round?: true;
}

/** Told apart without colour: solid, dashed, dotted, dash and dot. */
export const LINE_LOOKS: Record<LineStyle, LineLook> = {
  blocks: { className: 'euiTextColor euiTextColor--danger', width: 2.5 },
  breaks: { className: 'euiTextColor euiTextColor--warning', width: 2, dash: '9 5' },
  possible: { className: 'euiTextColor euiTextColor--subdued', width: 3, dash: '0 7', round: true },
  needs: { className: 'euiTextColor euiTextColor--subdued', width: 1.5, dash: '12 4 2 4' },
};

/** The SVG attributes of a line; thicker where it belongs to what is chosen. */
export function lineAttributes(line: LineStyle, isStrong = false) {
  const { width, dash, round } = LINE_LOOKS[line];
  return {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: isStrong ? width + 1.5 : width,
    ...(dash && { strokeDasharray: dash }),
    ...(round && { strokeLinecap: 'round' as const }),
  };
}

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
