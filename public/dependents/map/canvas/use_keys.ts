import { useCallback } from 'react';
import type { KeyboardEvent } from 'react';
import { nextPlace, type Direction, type Rect } from '../layout';
import type { MapView } from './use_view';

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface Options {
  places: ReadonlyMap<string, Rect>;
  active: string;
  /** Where Home leads to. */
  self: string;
  view: MapView;
  /** Moves the focus to a node. */
  onMove(key: string): void;
}

/** Arrows go from node to node, Home to the model; + - and 0 zoom in, out, and fit. */
export function useKeys({ places, active, self, view, onMove }: Options) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = DIRECTIONS[event.key];
      const target =
        event.key === 'Home' ? self : direction && nextPlace(places, active, direction);
      if (target !== undefined) onMove(target);
      else if (event.key === '+' || event.key === '=') view.zoomIn();
      else if (event.key === '-') view.zoomOut();
      else if (event.key === '0') view.fit();
      else if (!direction) return;
      event.preventDefault();
    },
    [places, active, self, view, onMove]
  );
}
