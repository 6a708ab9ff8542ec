/** Where something is in a map: its upper left corner, and how large it is. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether two have a point in common. */
export function meet(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}

/** The smallest that holds all of some; empty where there is none. */
export function bounds(rects: readonly Rect[]): Rect {
  if (rects.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = rects.reduce((least, rect) => Math.min(least, rect.x), Infinity);
  const y = rects.reduce((least, rect) => Math.min(least, rect.y), Infinity);
  const right = rects.reduce((most, rect) => Math.max(most, rect.x + rect.width), -Infinity);
  const bottom = rects.reduce((most, rect) => Math.max(most, rect.y + rect.height), -Infinity);
  return { x, y, width: right - x, height: bottom - y };
}

/** Sizes of a map in its own units, which are CSS pixels where it isn't zoomed. */
export const CARD = { width: 240, height: 56 };

/** Between cards of a frame, and between a frame and what is in it. */
const GAP = 12;

/** What is above the cards of a frame. */
export const FRAME_HEAD = CARD.height;

/** Between neighbours, and between one layer and the next. */
export const NODE_GAP = 16;
export const LAYER_GAP = 104;

/** A line from the right side of one node to the left side of another, as an SVG path. */
export function curve(from: Rect, to: Rect): string {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const reach = Math.max(40, Math.abs(end.x - start.x) / 2);
  return `M${start.x},${start.y} C${start.x + reach},${start.y} ${end.x - reach},${end.y} ${end.x},${end.y}`;
}

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

/** Where each card of a frame is: column by column, under the frame's head. */
export function cardsIn({ x, y }: Pick<Rect, 'x' | 'y'>, count: number): Rect[] {
  const rows = rowsOf(count);
  return Array.from({ length: count }, (_, index) => ({
    x: x + GAP + Math.floor(index / rows) * (CARD.width + GAP),
    y: y + FRAME_HEAD + GAP + (index % rows) * (CARD.height + GAP),
    ...CARD,
  }));
}
