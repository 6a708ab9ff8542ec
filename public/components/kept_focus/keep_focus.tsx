import React, { useEffect, useRef, useState } from 'react';
import type { FocusEvent, ReactNode } from 'react';
import { FocusTrail } from './focus_trail';

/**
 * Keeps the focus in a page and its dialogs: where what had it goes away, as the row of a deleted
 * model or the link to another page does, or is disabled while it loads, the part that it stood in
 * gets it, else the page's `main`. Whoever uses the keyboard never starts again from the top.
 */
export function KeepFocus({ children }: { children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null);
  const [trail] = useState(
    () => new FocusTrail(() => page.current?.querySelector<HTMLElement>('main') ?? null)
  );
  const timer = useRef<number>();
  const [keepSoon] = useState(() => () => {
    window.clearTimeout(timer.current);
    // after whatever gives the focus back by itself, as dialogs do
    timer.current = window.setTimeout(() => trail.keep(), 0);
  });
  useEffect(() => {
    // browsers don't agree on whether an element that goes away loses the focus with an event
    const observer = new MutationObserver(keepSoon);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      observer.disconnect();
      window.clearTimeout(timer.current);
    };
  }, [keepSoon]);
  return (
    <div
      ref={page}
      style={NO_BOX}
      onFocus={({ target }: FocusEvent<HTMLElement>) => trail.add(target)}
      onBlur={keepSoon}
    >
      {children}
    </div>
  );
}

/** The events of dialogs come here, too; the layout doesn't know it. */
const NO_BOX = { display: 'contents' } as const;
