import React, { useEffect, useRef, useState } from 'react';
import type { FocusEvent, ReactNode } from 'react';

/**
 * Keeps the focus in a page and its dialogs: where what had it goes away, as the row of a deleted
 * model or the link to another page does, or is disabled while it loads, the part that it was in
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

/** Where the focus was: an element, and the parts that it was in then, the nearest first. */
interface Stop {
  element: HTMLElement;
  around: HTMLElement[];
}

/** What is gone back to when one thing after the other went away. */
const REMEMBERED = 10;

/**
 * The way that the focus took through a page, to find a place for it where what had it went away
 * or was disabled.
 */
class FocusTrail {
  private stops: Stop[] = [];
  /** What was disabled while it had the focus, and what has it meanwhile. */
  private lent: { owner: HTMLElement; to: Element } | null = null;

  /** `mainPart` gives what takes the focus when nothing nearer is left. */
  constructor(private readonly mainPart: () => HTMLElement | null) {}

  add(element: HTMLElement): void {
    const others = this.stops.filter((stop) => stop.element !== element);
    const stop = { element, around: around(element) };
    this.stops = [...others, stop].slice(-REMEMBERED);
  }

  /**
   * Gives a lost focus to the nearest that is left; to be called when something may have taken it.
   */
  keep(): void {
    const { activeElement, body } = document;
    if (this.lent && activeElement === this.lent.to && canHaveFocus(this.lent.owner)) {
      this.lent.owner.focus();
    }
    const last = this.stops.at(-1);
    if (!last || (activeElement !== null && activeElement !== body)) return;
    if (canHaveFocus(last.element)) {
      // a click beside everything: it was put down, not lost
      this.stops = [];
      return;
    }
    const refuge = this.refuge();
    this.lent = refuge && last.element.isConnected ? { owner: last.element, to: refuge } : null;
  }

  private refuge(): HTMLElement | undefined {
    const main = this.mainPart();
    const nearest = [...this.stops]
      .reverse()
      .flatMap(({ element, around: outer }) => [element, ...outer])
      .filter((element) => element !== main);
    return [...nearest, ...(main ? [main] : [])].find(
      (element) => canHaveFocus(element) && takesFocus(element)
    );
  }
}

function around(element: HTMLElement): HTMLElement[] {
  const outer: HTMLElement[] = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (at.hasAttribute('tabindex')) outer.push(at);
  }
  return outer;
}

/** A popover that closes is hidden before it is taken away. */
function canHaveFocus(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    getComputedStyle(element).visibility !== 'hidden'
  );
}

function takesFocus(element: HTMLElement): boolean {
  element.focus();
  return document.activeElement === element;
}
