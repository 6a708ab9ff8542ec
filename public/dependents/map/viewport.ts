import type { Rect } from './layout/geometry';

/** Which part of a map is seen: as `translate(x, y) scale(zoom)`, in pixels. */
export interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

export interface Pane {
  width: number;
  height: number;
}

/** Around what is brought into view. */
const MARGIN = 24;
export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 1.5;
/** Below this the names on cards can't be read. */
const READABLE = 0.6;

/** The view in which all of a part of the map is seen, at most as large as life. */
export function fitted(part: Rect, { width, height }: Pane): Viewport {
  const fits = Math.min(
    (width - 2 * MARGIN) / Math.max(part.width, 1),
    (height - 2 * MARGIN) / Math.max(part.height, 1)
  );
  const zoom = Math.max(MIN_ZOOM, Math.min(1, fits));
  return {
    zoom,
    x: width / 2 - (part.x + part.width / 2) * zoom,
    y: height / 2 - (part.y + part.height / 2) * zoom,
  };
}

/** The view that a map opens with: all of it where that can be read, else from the model on. */
export function firstView(all: Rect, model: Rect, pane: Pane): Viewport {
  const view = fitted(all, pane);
  if (view.zoom >= READABLE) return view;
  const zoom = READABLE + 0.1;
  const isNarrow = all.width * zoom <= pane.width - 2 * MARGIN;
  return {
    zoom,
    x: isNarrow ? pane.width / 2 - (all.x + all.width / 2) * zoom : MARGIN - all.x * zoom,
    y: pane.height / 2 - (model.y + model.height / 2) * zoom,
  };
}

/** How far to move one dimension so that a span of it comes into view; the start before the end. */
function shift(start: number, end: number, room: number): number {
  if (start < MARGIN) return MARGIN - start;
  return end > room - MARGIN ? Math.max(room - MARGIN - end, MARGIN - start) : 0;
}

/** The view moved just so far that a place is seen, large enough to be read. */
export function bringingIn(place: Rect, view: Viewport, pane: Pane): Viewport {
  if (view.zoom < READABLE) {
    return fitted(place, pane);
  }
  const [x, y] = [place.x * view.zoom + view.x, place.y * view.zoom + view.y];
  return {
    zoom: view.zoom,
    x: view.x + shift(x, x + place.width * view.zoom, pane.width),
    y: view.y + shift(y, y + place.height * view.zoom, pane.height),
  };
}

/** The part of the map that is seen. */
export function seenPart({ x, y, zoom }: Viewport, { width, height }: Pane): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** The view in which a node stays where it was on the screen though it is elsewhere now. */
export function holding(before: Rect, now: Rect, view: Viewport): Viewport {
  return {
    ...view,
    x: view.x + (before.x - now.x) * view.zoom,
    y: view.y + (before.y - now.y) * view.zoom,
  };
}
