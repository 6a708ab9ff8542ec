import { useCallback, useEffect, useRef, useState } from 'react';

/** How often what changes many times a second is drawn, in ms: drawing must not hold up the next change. */
const DRAW_EVERY_MS = 150;

/**
 * A state that is drawn a few times a second however often it changes: the last value always, and
 * one that is `final` at once. Nothing is drawn once the component is no more.
 */
export function usePacedState<T>(first: T) {
  const [drawn, draw] = useState(first);
  const latest = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, []);
  const set = useCallback((next: T, { final = false } = {}) => {
    latest.current = next;
    if (!isShown.current) return;
    if (final) {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      draw(next);
      return;
    }
    timer.current ??= setTimeout(() => {
      timer.current = null;
      draw(latest.current);
    }, DRAW_EVERY_MS);
  }, []);
  return [drawn, set] as const;
}
