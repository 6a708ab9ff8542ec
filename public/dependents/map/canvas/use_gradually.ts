import { useEffect, useRef, useState } from 'react';

/** Cards that are drawn for the first time in one go: the page stays responsive in between. */
const STEP = 32;

/** Of some keys those that may be drawn by now; the others follow, some in each frame. */
export function useGradually(wanted: readonly string[]): ReadonlySet<string> {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(drawn);
  useEffect(() => {
    let frame = requestAnimationFrame(function step() {
      const known = latest.current;
      const shown = wanted.filter((key) => known.has(key));
      const next = wanted.filter((key) => !known.has(key)).slice(0, STEP);
      if (next.length === 0 && shown.length === known.size) return;
      // before the page is drawn, which may end this effect
      frame = requestAnimationFrame(step);
      latest.current = new Set([...shown, ...next]);
      setDrawn(latest.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return drawn;
}
