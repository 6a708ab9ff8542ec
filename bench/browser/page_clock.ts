import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** A condition in the page, and what it is about; it is looked at whenever the page changes. */
export interface Condition {
  /** A selector: something that it finds has to be there. */
  there: string;
  /** Each that it finds has this in its text. */
  withText?: string;
  /** The first that it finds has another text. */
  otherThan?: string;
  /** Nothing is found by this selector, or only without `absentText`. */
  absent?: string;
  absentText?: string;
}

/** What a click, or a key, is done on in the page. */
export type Act = { click: string } | { type: string; into: string };

/** When something happened in the page, in ms since its navigation began. */
export interface Timing {
  began: number;
  ended: number;
}

/**
 * Acts in the page, and gives when that was and when the condition held and was painted. Both are
 * read off the page's own clock: what the browser is driven by is no part of it.
 */
export function timeInPage(page: Page, act: Act, until: Condition): Promise<Timing> {
  return page.evaluate(
    ([what, condition]) => {
      const holds = () => {
        const found = [...document.querySelectorAll(condition.there)];
        const [first] = found;
        if (!first) return false;
        const textOf = (element: Element) => element.textContent ?? '';
        const { withText, otherThan, absent, absentText } = condition;
        if (withText !== undefined && !found.every((one) => textOf(one).includes(withText))) {
          return false;
        }
        if (otherThan !== undefined && textOf(first) === otherThan) return false;
        if (absent === undefined) return true;
        const unwanted = [...document.querySelectorAll(absent)];
        return !unwanted.some(
          (one) => absentText === undefined || textOf(one).includes(absentText)
        );
      };
      return new Promise<Timing>((resolve, reject) => {
        const target = document.querySelector<HTMLElement>(
          'click' in what ? what.click : what.into
        );
        if (!target) return reject(new Error(`Nothing to act on: ${JSON.stringify(what)}`));
        let began = 0;
        setTimeout(() => {
          reject(new Error(`${JSON.stringify(what)} leads to no ${JSON.stringify(condition)}`));
        }, 20_000);
        const observer = new MutationObserver(() => {
          if (!holds()) return;
          observer.disconnect();
          // after the frame in which it is painted
          requestAnimationFrame(() =>
            setTimeout(() => resolve({ began, ended: performance.now() }))
          );
        });
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
        began = performance.now();
        if ('click' in what) target.click();
        else {
          // as React hears of it
          const { set } =
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
          set?.call(target, what.type);
          target.dispatchEvent(new Event('input', { bubbles: true }));
        }
      });
    },
    [act, until] as const
  );
}

/** What the page has loaded, from the addresses that have this in them. */
export function loadsOf(page: Page, address: string): Promise<Array<Timing & { bytes: number }>> {
  return page.evaluate(
    (wanted) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes(wanted))
        .map(({ startTime, responseEnd, encodedBodySize }) => ({
          began: startTime,
          ended: responseEnd,
          bytes: encodedBodySize,
        })),
    address
  );
}

const QUIET_MS = 500;

/** Gives what resolves once the page has waited for no request for half a second. */
export function watchRequests(page: Page): () => Promise<void> {
  let open = 0;
  let quietSince = performance.now();
  page.on('request', () => {
    open += 1;
  });
  const end = () => {
    open -= 1;
    quietSince = performance.now();
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    while (open > 0 || performance.now() - quietSince < QUIET_MS) await sleep(50);
  };
}
