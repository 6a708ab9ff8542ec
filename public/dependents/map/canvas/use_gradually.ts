import { useEffect, useRef, useState } from 'react';

/** Cards that are drawn for the first time in one go: the page stays responsive in between. */
const STEP = 40;

/** Of some keys those that may be drawn by now; the others follow, some in each frame. */
export function useGradually(wanted: readonly string[]): ReadonlySet<string> {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(drawn);
  latest.current = drawn;
  useEffect(() => {
    let frame = 0;
    const step = () => {
      const shown = wanted.filter((key) => latest.current.has(key));
      const next = wanted.filter((key) => !latest.current.has(key)).slice(0, STEP);
      if (next.length === 0 && shown.length === latest.current.size) return;
      setDrawn(new Set([...shown, ...next]));
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return drawn;
}
