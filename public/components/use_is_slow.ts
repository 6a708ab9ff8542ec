import { useEffect, useState } from 'react';

/** What takes less shows no sign of it: a spinner that flashes says nothing. */
const SLOW_AFTER_MS = 200;

/** Whether something has been under way for so long that it should be seen. */
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
