import type { Rect } from './rect';
import { CARD, FRAME_HEAD, GAP } from './sizes';

/** A frame is wider than high, as screens are; a dozen cards fill a column first. */
function rowsOf(count: number): number {
  return Math.min(count, Math.max(12, Math.ceil(Math.sqrt(count) * 1.5)));
}

/** How large a frame around some cards is. */
export function frameSize(count: number): Pick<Rect, 'width' | 'height'> {
  const rows = rowsOf(count);
  const columns = Math.ceil(count / rows);
  return {
    width: columns * (CARD.width + GAP) + GAP,
    height: FRAME_HEAD + rows * (CARD.height + GAP) + GAP,
  };
}

/** Where each card of a frame stands: column by column, under the frame's head. */
export function cardsIn({ x, y }: Pick<Rect, 'x' | 'y'>, count: number): Rect[] {
  const rows = rowsOf(count);
  return Array.from({ length: count }, (_, index) => ({
    x: x + GAP + Math.floor(index / rows) * (CARD.width + GAP),
    y: y + FRAME_HEAD + GAP + (index % rows) * (CARD.height + GAP),
    ...CARD,
  }));
}
