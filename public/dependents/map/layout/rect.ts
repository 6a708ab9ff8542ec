/** Where something stands in a map: its upper left corner, and how large it is. */
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
