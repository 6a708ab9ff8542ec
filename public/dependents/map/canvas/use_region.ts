import { useMemo } from 'react';
import { useStore } from '@xyflow/react';
import type { Rect } from '../layout';
import { seenPart } from './view';

/** The part that counts as seen grows and shrinks by whole cells: few changes while one pans. */
const CELL = { width: 720, height: 480 };

/** Below this the cards of a frame are not drawn one by one. */
const FAR = 0.4;

/** The part of the map that is seen, with some room around it; null from far off. */
export function useRegion(): Rect | null {
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
