import { bringingIn, firstView, fitted, holding, seenPart, type Viewport } from './viewport';
import type { Rect } from './layout/geometry';

const PANE = { width: 1000, height: 600 };
const MODEL: Rect = { x: 340, y: 4000, width: 240, height: 56 };

/** Where a place of the map is on the screen. */
const onScreen = ({ x, y, width, height }: Rect, view: Viewport) => ({
  left: x * view.zoom + view.x,
  right: (x + width) * view.zoom + view.x,
  top: y * view.zoom + view.y,
  bottom: (y + height) * view.zoom + view.y,
});

function expectSeen(place: Rect, view: Viewport) {
  const { left, right, top, bottom } = onScreen(place, view);
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(PANE.width);
  expect(bottom).toBeLessThanOrEqual(PANE.height);
}

it('fits all of a map, and draws nothing larger than life', () => {
  const all = { x: -100, y: 0, width: 1200, height: 8000 };
  expectSeen(all, fitted(all, PANE));
  expect(fitted(MODEL, PANE).zoom).toBe(1);
});

it('opens a large map at its model, so that names can be read', () => {
  const view = firstView({ x: 0, y: 0, width: 1300, height: 8000 }, MODEL, PANE);
  expectSeen(MODEL, view);
  expect(view.zoom).toBeGreaterThanOrEqual(0.6);
});

it('brings a place in by as little as is needed, and moves nothing that is seen', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  expect(bringingIn({ x: 100, y: 100, width: 240, height: 56 }, view, PANE)).toEqual(view);
  const place = { x: 990, y: -50, width: 240, height: 56 };
  const moved = bringingIn(place, view, PANE);
  expectSeen(place, moved);
  expect(moved.zoom).toBe(1);
  expect(onScreen(place, moved)).toMatchObject({ right: PANE.width - 24, top: 24 });
});

it('comes nearer where what it shows couldn’t be read', () => {
  const view = bringingIn(MODEL, { x: 0, y: 0, zoom: 0.1 }, PANE);
  expectSeen(MODEL, view);
  expect(view.zoom).toBe(1);
});

it('keeps a node where it was on the screen though it stands elsewhere now', () => {
  const view = { x: -30, y: 12, zoom: 0.7 };
  const now = { ...MODEL, y: 900 };
  const { left, top } = onScreen(now, holding(MODEL, now, view));
  expect(left).toBeCloseTo(onScreen(MODEL, view).left);
  expect(top).toBeCloseTo(onScreen(MODEL, view).top);
});

it('knows which part of the map is seen', () => {
  const part = seenPart({ x: -200, y: 100, zoom: 0.5 }, PANE);
  expect(part).toEqual({ x: 400, y: -200, width: 2000, height: 1200 });
});
