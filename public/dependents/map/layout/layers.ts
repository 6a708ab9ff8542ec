import { Graph, layout } from '@dagrejs/dagre';
import { LAYER_GAP, NODE_GAP } from './geometry';
import type { Rect } from './geometry';

/** What is laid out: sizes by key, and which is to the left of which. Can be sent to a worker. */
export interface ToLayOut {
  nodes: Array<{ key: string; width: number; height: number }>;
  edges: Array<{ from: string; to: string }>;
}

/** Lays nodes out in layers, from the left to the right, so that few lines cross. */
export function layOut({ nodes, edges }: ToLayOut): Array<[string, Rect]> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: NODE_GAP, ranksep: LAYER_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  // of equals the library lays the last one uppermost
  for (const { key, width, height } of [...nodes].reverse()) graph.setNode(key, { width, height });
  for (const { from, to } of [...edges].reverse()) graph.setEdge(from, to);
  layout(graph);
  return leftAligned(
    nodes.map(({ key, width, height }) => {
      const { x, y } = graph.node(key) as { x: number; y: number };
      return { key, middle: x, y: y - height / 2, width, height };
    })
  );
}

/** The library puts the nodes of a layer on one middle: beside a wide frame they would float. */
function leftAligned(
  nodes: ReadonlyArray<{ key: string; middle: number } & Omit<Rect, 'x'>>
): Array<[string, Rect]> {
  const widths = new Map<number, number>();
  for (const { middle, width } of nodes) {
    widths.set(middle, Math.max(width, widths.get(middle) ?? 0));
  }
  return nodes.map(({ key, middle, y, width, height }) => [
    key,
    { x: middle - (widths.get(middle) ?? width) / 2, y, width, height },
  ]);
}
