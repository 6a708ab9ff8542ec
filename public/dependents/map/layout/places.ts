import type { GraphView } from '../graph_view';
import { CARD, cardsIn, FRAME_HEAD, frameSize } from './geometry';
import type { Rect } from './geometry';
import type { ToLayOut } from './layers';

/** What of a picture is laid out in layers: an open kind is as large as its frame. */
export function toLayOut({ nodes, edges }: GraphView): ToLayOut {
  return {
    nodes: nodes.map((node) => ({
      key: node.key,
      ...(node.type === 'kind' && node.isOpen ? frameSize(node.count) : CARD),
    })),
    edges: edges.map(({ from, to }) => ({ from, to })),
  };
}

/** Where everything is, those in frames too. */
export function placesOf({ members }: GraphView, laidOut: ReadonlyMap<string, Rect>) {
  const places = new Map(laidOut);
  for (const [frame, cards] of members) {
    const at = laidOut.get(frame);
    if (!at) continue;
    cardsIn(at, cards.length).forEach((rect, index) => {
      const card = cards[index];
      if (card) places.set(card.key, rect);
    });
  }
  return places;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A place off the way is as far as one three times that far on it. */
const SIDEWAYS = 3;

/** The middle of what is seen of a node: of a frame its head, since other nodes are in it. */
function middle({ x, y, width, height }: Rect): { x: number; y: number } {
  return { x: x + Math.min(width, 400) / 2, y: y + Math.min(height, FRAME_HEAD) / 2 };
}

/** How far on, and how far aside, one point is from another. */
function steps(from: Rect, to: Rect, direction: Direction): { on: number; aside: number } {
  const a = middle(from);
  const b = middle(to);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  switch (direction) {
    case 'left':
      return { on: -dx, aside: Math.abs(dy) };
    case 'right':
      return { on: dx, aside: Math.abs(dy) };
    case 'up':
      return { on: -dy, aside: Math.abs(dx) };
    case 'down':
      return { on: dy, aside: Math.abs(dx) };
  }
}

/** The nearest node in a direction; none where the map ends there. */
export function nextPlace(
  places: ReadonlyMap<string, Rect>,
  from: string,
  direction: Direction
): string | undefined {
  const here = places.get(from);
  if (!here) return undefined;
  let nearest: { key: string; distance: number } | undefined;
  for (const [key, place] of places) {
    const { on, aside } = steps(here, place, direction);
    const distance = on + SIDEWAYS * aside;
    // up and down stay within a layer, whose nodes may be of other widths
    const isThere = on > 1 && (direction === 'left' || direction === 'right' || aside < 200);
    if (isThere && (!nearest || distance < nearest.distance)) nearest = { key, distance };
  }
  return nearest?.key;
}
