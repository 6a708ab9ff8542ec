import { useEffect, useRef, useState } from 'react';

interface Options {
  /** 0 is never. */
  seconds: number;
  refresh(): void;
  isRefreshing: boolean;
  /** Whether the admin is just about to do something: then nothing may move. */
  isBusy(): boolean;
}

/** Looks again this often whether a refresh that was due may come now. */
const LOOK_EVERY_MS = 1_000;

/**
 * Refreshes every so many seconds, but never while the admin is busy: it waits until then. Gives
 * whether the refresh under way came by itself, which is no news to be read out.
 */
export function useAutoRefresh({ seconds, refresh, isRefreshing, isBusy }: Options): boolean {
  const [cameByItself, setCameByItself] = useState(false);
  const latest = useRef({ refresh, isBusy });
  useEffect(() => {
    latest.current = { refresh, isBusy };
  });
  useEffect(() => {
    if (seconds === 0) return;
    let due = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      if (Date.now() < due || document.hidden || latest.current.isBusy()) return;
      due = Date.now() + seconds * 1000;
      setCameByItself(true);
      latest.current.refresh();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [seconds]);
  useEffect(() => {
    if (!isRefreshing) setCameByItself(false);
  }, [isRefreshing]);
  return cameByItself;
}
