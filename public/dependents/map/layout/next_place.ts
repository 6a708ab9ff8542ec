import type { Rect } from './rect';
import { FRAME_HEAD } from './sizes';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A place off the way is as far as one three times that far on it. */
const SIDEWAYS = 3;

/** The middle of what is seen of a node: of a frame its head, since other nodes stand in it. */
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
