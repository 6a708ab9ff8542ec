import type { Page } from 'playwright-core';

/** What OUI and the library for dates say themselves: the platform translates them, not we. */
const NOT_OURS = [
  /Rows per page: \d+/g,
  /(a few seconds|a minute|an hour|a day|\d+ \w+) ago/g,
  /Page \d+ of \d+/g,
  /Step \d+( is (disabled|incomplete|complete))?/g,
  / is (disabled|incomplete|complete)$/g,
  /^(Clear input|Previous page|Next page|Closes this modal window|Copy|Expand)$/,
  /^[A-Z][a-z]+ \d+, \d+ \d+:\d+ [AP]M$/,
  /^(External link|\(opens in a new tab or window\))$/,
  /^You are in a dialog. To close this dialog, hit escape.$/,
];

/** What is read out, or shown while the pointer rests. */
const ATTRIBUTES = ['aria-label', 'aria-roledescription', 'placeholder', 'title'];

/**
 * Lines of the page in which words stand that no translation went over, in the language that nobody
 * speaks. `known` are names and ids, which no one translates; nor does anyone translate code.
 */
export async function untranslatedLines(page: Page, known: readonly string[]): Promise<string[]> {
  const lines = await page.evaluate((attributes) => {
    const roots = document.querySelectorAll<HTMLElement>('main, .euiModal, .euiPopover__panel');
    const linesOf = (element: HTMLElement) => element.innerText.split('\n');
    const code = new Set([...document.querySelectorAll<HTMLElement>('pre, code')].flatMap(linesOf));
    return [...roots].flatMap((root) => [
      ...linesOf(root).filter((line) => !code.has(line)),
      ...[...root.querySelectorAll('*')].flatMap((element) =>
        attributes.map((name) => element.getAttribute(name) ?? '')
      ),
    ]);
  }, ATTRIBUTES);
  return [...new Set(lines.filter((line) => /[A-Za-z]{2}/.test(without(line, known))))];
}

function without(line: string, known: readonly string[]): string {
  let rest = line;
  for (const name of known) rest = rest.split(name).join('');
  for (const words of NOT_OURS) rest = rest.replace(words, '');
  // a translated text may stand as a value in another
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  return rest;
}

/**
 * Buttons and headings whose text is cut off without a title that has all of it, and the page itself
 * where it is wider than the window.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const parts = document.querySelectorAll<HTMLElement>(
      'main :is(button, h1, h2, h3, th, label) *, .euiModal :is(button, h2, h3, th, label) *'
    );
    const cut = [...parts].filter((part) => {
      const { overflowX, textOverflow } = getComputedStyle(part);
      const hides = overflowX === 'hidden' || textOverflow === 'ellipsis';
      const isSeen = part.clientWidth > 1 && !part.closest('.euiScreenReaderOnly, [title]');
      const hasText = part.innerText?.trim();
      return hides && isSeen && hasText && part.scrollWidth > part.clientWidth + 1;
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth}`] : []),
      ...new Set(cut.map((part) => part.innerText)),
    ];
  });
}
