import type { Edge, Node } from '@xyflow/react';
import { curve, type Rect } from '../layout';
import type { KindNode, LineStyle, MapEdge, MapNode } from '../picture';

/** How the map is told what happens on a node. */
export type NodeActions = {
  onPress(node: MapNode): void;
  onFocus(key: string): void;
};

type FocusData = NodeActions & {
  /** The one that the Tab key leads to. */
  isActive: boolean;
  /** Counts up each time that the active one is to get the focus; 0 where it has it already. */
  focusTurn: number;
};

export type CardNode = Node<FocusData & { node: MapNode; isChosen: boolean }, 'card'>;

export type FrameNode = Node<
  FocusData & {
    node: KindNode;
    /** Its cards would be too small to be read: they are hinted at. */
    isFar: boolean;
  },
  'frame'
>;

export type LineEdge = Edge<{ path: string; line: LineStyle; isStrong: boolean }, 'line'>;

/** A node where it stands, as the library takes it: its size is known. */
export function placed(key: string, place: Rect, zIndex: number) {
  const { x, y, width, height } = place;
  return {
    id: key,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    zIndex,
    // the library ties this to being selectable or draggable
    style: { pointerEvents: 'all' as const },
    domAttributes: WITHOUT_ROLE_WORDS,
  };
}

/** A line between two places; none where one of them isn't there. */
export function lineEdge(
  { key, from, to, line }: MapEdge,
  places: ReadonlyMap<string, Rect>,
  isStrong: boolean
): LineEdge[] {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return [];
  const data = { path: curve(start, end), line, isStrong };
  return [
    { id: key, type: 'line', source: from, target: to, data, zIndex: 0, domAttributes: UNHEARD },
  ];
}

/** The library calls a node a “node”, in English: what stands in it says what it is. */
const WITHOUT_ROLE_WORDS = { 'aria-roledescription': undefined };

/** Nor has a line words of the library's: who can't see it has the table, which says the same. */
const UNHEARD = {
  'aria-hidden': true,
  'aria-label': undefined,
  'aria-roledescription': undefined,
} as const;
