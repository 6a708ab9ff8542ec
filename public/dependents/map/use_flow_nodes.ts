import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from '@xyflow/react';
import type { Edge, Node } from '@xyflow/react';
import type { KindNode, LineStyle, MapEdge, MapNode, GraphView } from './graph_view';
import { curve, meet, type Rect } from './layout/geometry';
import { layoutInWorker } from './layout/layout_in_worker';
import { placesOf, toLayOut } from './layout/places';
import { seenPart } from './viewport';

interface Options extends NodeActions {
  active: string;
  chosen: string | null;
  focusTurn: number;
}

/** The keys of the cards in frames that are seen, and of those that matter wherever they are. */
function wantedCards({ picture, places }: LaidOut, region: Rect | null, always: string[]) {
  const keys = [...picture.members.values()].flat().map(({ key }) => key);
  return keys.filter((key) => {
    const place = places.get(key);
    return place && (always.includes(key) || (region && meet(place, region)));
  });
}

/** The nodes that the library is to draw: of the cards in frames those that are seen. */
export function useFlowNodes(laidOut: LaidOut, options: Options): Array<CardNode | FrameNode> {
  const { active, chosen, focusTurn, onPress, onFocus } = options;
  const { picture, places } = laidOut;
  const region = useRegion();
  const isFar = region === null;
  const wanted = useMemo(
    () => wantedCards(laidOut, region, chosen === null ? [active] : [active, chosen]),
    [laidOut, region, active, chosen]
  );
  const drawn = useGradually(wanted);

  const all = useMemo(() => {
    const actions = { onPress, onFocus, isActive: false, focusTurn: 0 };
    const nodes = new Map<string, CardNode | FrameNode>();
    const cards = [...picture.nodes, ...[...picture.members.values()].flat()];
    for (const node of cards) {
      const place = places.get(node.key);
      if (!place) continue;
      const isFrame = node.type === 'kind' && node.isOpen;
      nodes.set(
        node.key,
        isFrame
          ? { ...placed(node.key, place, 0), type: 'frame', data: { ...actions, node, isFar } }
          : {
              ...placed(node.key, place, 1),
              type: 'card',
              data: { ...actions, node, isChosen: false },
            }
      );
    }
    return nodes;
  }, [picture, places, isFar, onPress, onFocus]);

  return useMemo(() => {
    const shown = [...picture.nodes.map(({ key }) => key), ...drawn];
    return shown.flatMap((key) => {
      const node = all.get(key);
      if (!node) return [];
      const isActive = key === active;
      const isChosen = key === chosen;
      if (!isActive && !isChosen) return [node];
      return node.type === 'card'
        ? [{ ...node, data: { ...node.data, isActive, isChosen, focusTurn } }]
        : [{ ...node, data: { ...node.data, isActive, focusTurn } }];
    });
  }, [picture, drawn, all, active, chosen, focusTurn]);
}

/** How what happens on a node gets to the map. */
type NodeActions = {
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

/** A node where it is, as the library takes it: its size is known. */
function placed(key: string, place: Rect, zIndex: number) {
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
    {
      id: key,
      type: 'line',
      source: from,
      target: to,
      data,
      zIndex: 0,
      domAttributes: ARIA_HIDDEN,
    },
  ];
}

/** The library calls a node a “node”, in English: what is in it says what it is. */
const WITHOUT_ROLE_WORDS = { 'aria-roledescription': undefined };

/** Nor has a line words of the library's: who can't see it has the table, which says the same. */
const ARIA_HIDDEN = {
  'aria-hidden': true,
  'aria-label': undefined,
  'aria-roledescription': undefined,
} as const;

/** Cards that are drawn for the first time in one go: the page stays responsive in between. */
const STEP = 32;

/** Of some keys those that may be drawn by now; the others follow, some in each frame. */
function useGradually(wanted: readonly string[]): ReadonlySet<string> {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(drawn);
  useEffect(() => {
    let frame = requestAnimationFrame(function step() {
      const known = latest.current;
      const shown = wanted.filter((key) => known.has(key));
      const next = wanted.filter((key) => !known.has(key)).slice(0, STEP);
      if (next.length === 0 && shown.length === known.size) return;
      // before the page is drawn, which may end this effect
      frame = requestAnimationFrame(step);
      latest.current = new Set([...shown, ...next]);
      setDrawn(latest.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return drawn;
}

/** The part that counts as seen grows and shrinks by whole cells: few changes while one pans. */
const CELL = { width: 720, height: 480 };

/** Below this the cards of a frame are not drawn one by one. */
const FAR = 0.4;

/** The part of the map that is seen, with some room around it; null from far off. */
function useRegion(): Rect | null {
  const text = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (zoom < FAR) return '';
    const part = seenPart({ x, y, zoom }, { width, height });
    const left = Math.floor(part.x / CELL.width);
    const top = Math.floor(part.y / CELL.height);
    const right = Math.ceil((part.x + part.width) / CELL.width);
    const bottom = Math.ceil((part.y + part.height) / CELL.height);
    return [left, top, right, bottom].join(' ');
  });
  return useMemo(() => {
    if (text === '') return null;
    const [left = 0, top = 0, right = 0, bottom = 0] = text.split(' ').map(Number);
    return {
      x: left * CELL.width,
      y: top * CELL.height,
      width: (right - left) * CELL.width,
      height: (bottom - top) * CELL.height,
    };
  }, [text]);
}

/** A picture and where everything in it is. */
export interface LaidOut {
  picture: GraphView;
  places: ReadonlyMap<string, Rect>;
}

/**
 * Lays a picture out; the last one stays until the next is ready. What went wrong is thrown while
 * the page is drawn, for what is around the map.
 */
export function useLayout(picture: GraphView): LaidOut | null {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    let isWanted = true;
    layoutInWorker(toLayOut(picture)).then(
      (layers) => isWanted && setLaidOut({ picture, places: placesOf(picture, layers) }),
      (error: unknown) => isWanted && setFailure({ error })
    );
    return () => {
      isWanted = false;
    };
  }, [picture]);
  if (failure) throw failure.error;
  return laidOut;
}
