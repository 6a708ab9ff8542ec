import { useEffect, useState } from 'react';

/** What takes less, in ms, is there before anybody misses it: a sign of waiting would only flicker. */
const SLOW_AFTER_MS = 200;

/** Whether something has been under way for so long that it is to be seen. */
export function useIsSlow(isUnderWay: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isUnderWay]);
  return isUnderWay && isSlow;
}
