import { useEffect, useRef } from 'react';

/** A value, or while there is none the last one that there was. */
export function usePreviousValue<T>(value: T | undefined): T | undefined {
  const last = useRef<T>();
  useEffect(() => {
    if (value !== undefined) last.current = value;
  }, [value]);
  return value ?? last.current;
}
