import type { Page } from 'playwright-core';
import { readUntil, waitUntil } from '../cluster/wait_for';

/** What has the focus, as a person without a mouse may tell it. */
interface Focused {
  /** Its name for tests, else its label or text. */
  name: string;
  /** It is the page itself: the focus is lost. */
  isLost: boolean;
  /** What had it before and looked the same then as it does without: nobody saw it there. */
  unseen: string | null;
}

/** More stops of the Tab key than any page here has. */
const MAX_STOPS = 150;

/** A person who has only a keyboard. Where the focus can't be seen or is lost is kept in `faults`. */
export class Keyboard {
  readonly faults: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses keys one after the other, each of which leaves the focus somewhere. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      const { isLost } = await this.look();
      if (isLost) await this.waitForFocus(key);
    }
  }

  /** Presses a key that opens a popover or a dialog, and waits until the focus is in it. */
  async open(key = 'Enter'): Promise<void> {
    const layer = () =>
      this.page.evaluate(() => {
        const layers = [...document.querySelectorAll('.euiPopover__panel, .euiModal')];
        const of = document.activeElement?.closest('.euiPopover__panel, .euiModal');
        return of ? layers.indexOf(of) : -1;
      });
    const before = await layer();
    await this.page.keyboard.press(key);
    await waitUntil(`a popover or dialog that ${key} opens`, async () => (await layer()) > before);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes on to what has this name for tests, label or text. */
  async tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MAX_STOPS; stop += 1) {
      await this.page.keyboard.press(key);
      const focused = await this.look();
      if (focused.name === name) return;
      passed.push(focused.name);
    }
    throw new Error(`${key} doesn't lead to ${name}, but to ${[...new Set(passed)].join(', ')}`);
  }

  /** Waits until the focus stands there: dialogs give it back only once they are gone. */
  async isOn(name: string): Promise<void> {
    const focused = await readUntil(
      () => this.look(),
      (one) => one.name === name
    );
    if (focused.name !== name) throw new Error(`The focus is on ${focused.name}, not on ${name}`);
  }

  /** Waits until the focus stands somewhere in what has this name for tests. */
  async isIn(name: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.activeElement?.closest(`[data-test-subj="${wanted}"]`),
      name
    );
  }

  /** What is read may take a while; what takes the focus then, too. */
  private async waitForFocus(key: string): Promise<void> {
    const { isLost } = await readUntil(
      () => this.look(),
      (focused) => !focused.isLost
    );
    if (isLost) this.faults.push(`${key} lost the focus`);
  }

  private async look(): Promise<Focused> {
    const focused = await this.page.evaluate(lookAtFocus);
    if (focused.unseen !== null) this.faults.push(`${focused.unseen} doesn't show its focus`);
    return focused;
  }
}

/** Runs in the page. */
function lookAtFocus(): Focused {
  const STYLES = ['outline', 'boxShadow', 'background', 'border', 'textDecoration'] as const;
  const known = window as unknown as { lastLook?: { element: Element; look: string } };
  for (const animation of document.getAnimations()) {
    try {
      animation.finish();
    } catch {
      // one that goes on for ever
    }
  }
  // a box or a switch shows the focus of the input that lies over it
  const lookOf = (element: Element) =>
    [element, element.parentElement, element.nextElementSibling, ...element.querySelectorAll('*')]
      .slice(0, 8)
      .map((part) => part && STYLES.map((style) => getComputedStyle(part)[style]).join(';'))
      .join('\n');
  const nameOf = (element: Element) =>
    element.getAttribute('data-test-subj') ??
    element.getAttribute('aria-label') ??
    element.textContent?.trim().slice(0, 60) ??
    element.tagName;
  const element = document.activeElement ?? document.body;
  const isLost = element === document.body;
  const last = known.lastLook;
  const hasMoved = last && last.element !== element && last.element.isConnected && !isLost;
  const unseen = hasMoved && lookOf(last.element) === last.look ? nameOf(last.element) : null;
  // a part of the page that code gives the focus to, such as a popover that opens, is no stop
  const isPart =
    element.getAttribute('tabindex') === '-1' ||
    element.matches('[role="dialog"], [role="alertdialog"]');
  known.lastLook = !isPart && !isLost ? { element, look: lookOf(element) } : undefined;
  return { name: isLost ? 'the page' : nameOf(element), isLost, unseen };
}
