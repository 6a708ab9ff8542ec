import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useReactFlow, useStore } from '@xyflow/react';
import { bounds, CARD, type Rect } from './layout/geometry';
import type { LaidOut } from './use_flow_nodes';
import { bringingIn, firstView, fitted, holding, type Pane } from './viewport';

const MOVE_MS = 200;

/** What is to be seen of a node: of a frame the corner with its head. */
function headOf({ x, y }: Rect): Rect {
  return { x, y, ...CARD };
}

/** How long the map takes to move; who asks for less motion gets none. */
function duration(): number {
  return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS;
}

/** What moves the map. */
export interface MapViewport {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  /** Brings a place into view. */
  show(place: Rect): void;
}

/**
 * Where the map is looked at from: first so that the model is seen; when a kind was opened or
 * closed, so that it stays where it was on the screen.
 */
export function useViewport({ places }: LaidOut, self: string, held: string | null): MapViewport {
  const { setViewport, getViewport, zoomIn, zoomOut } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const pane = useMemo<Pane>(() => ({ width, height }), [width, height]);
  const before = useRef<ReadonlyMap<string, Rect> | null>(null);

  useEffect(() => {
    if (pane.width === 0 || before.current === places) return;
    const model = places.get(self);
    const was = held === null ? undefined : before.current?.get(held);
    const now = held === null ? undefined : places.get(held);
    if (was && now)
      void setViewport(bringingIn(headOf(now), holding(was, now, getViewport()), pane));
    else if (model && !before.current) {
      void setViewport(firstView(bounds([...places.values()]), model, pane));
    }
    before.current = places;
  }, [places, pane, self, held, setViewport, getViewport]);

  const show = useCallback(
    (place: Rect) =>
      void setViewport(bringingIn(headOf(place), getViewport(), pane), { duration: duration() }),
    [setViewport, getViewport, pane]
  );
  return useMemo(
    () => ({
      zoomIn: () => void zoomIn({ duration: duration() }),
      zoomOut: () => void zoomOut({ duration: duration() }),
      fit: () =>
        void setViewport(fitted(bounds([...places.values()]), pane), { duration: duration() }),
      show,
    }),
    [zoomIn, zoomOut, setViewport, places, pane, show]
  );
}
