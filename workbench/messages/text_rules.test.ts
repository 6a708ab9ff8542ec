import { ROOT } from '../root';
import { messageParts, readMessages } from '.';
import type { MessagePart } from './message_parts';

/** What a machine can tell of the rules for texts that CONTRIBUTING.md has. */
const messages = readMessages(ROOT);
const breaking = (breaks: (text: string) => boolean) =>
  messages
    .filter(({ defaultMessage }) => breaks(defaultMessage))
    .map(({ id, defaultMessage }) => `${id}: ${defaultMessage}`);

/** The texts of each branch of a plural. */
function pluralBranches(parts: readonly MessagePart[]): string[] {
  return parts.flatMap((part) => {
    if ('text' in part) return [];
    return part.options.flatMap(([, inner]) => [
      ...(part.format === 'plural' ? [textOf(inner)] : []),
      ...pluralBranches(inner),
    ]);
  });
}

function textOf(parts: readonly MessagePart[]): string {
  return parts.map((part) => ('text' in part ? part.text : '…')).join('');
}

/** All that may be read of a message, without the names of its arguments. */
function allTexts(parts: readonly MessagePart[]): string {
  return parts
    .map((part) =>
      'text' in part ? part.text : part.options.map(([, inner]) => allTexts(inner)).join(' ')
    )
    .join('');
}

/** What is read where every argument is one word and every choice its last. */
function longestReading(parts: readonly MessagePart[]): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      const last = part.options[part.options.length - 1];
      return last ? longestReading(last[1]) : 'x';
    })
    .join('');
}

const VERB =
  /\b(is|isn’t|are|aren’t|has|have|was|were|uses?|belongs?|breaks?|loses?|matche?s?|goe?s?|stays?|needs)\b/;
const METAPHOR =
  /\b(stands?|lets? go|become of|without a word|told|tells?|gone|guards?|behind|way out|hand)\b/i;

describe('the texts', () => {
  it('end what goes on with an ellipsis, without a space or dots', () => {
    expect(breaking((text) => /\s…|\.\.\./.test(text))).toEqual([]);
  });

  it('put a noun into a plural, and no verb', () => {
    const hasVerb = (text: string) =>
      pluralBranches(messageParts(text)).some((one) => VERB.test(one));
    expect(breaking(hasVerb)).toEqual([]);
  });

  it('speak plainly', () => {
    expect(breaking((text) => METAPHOR.test(allTexts(messageParts(text))))).toEqual([]);
  });

  it('say that something failed in the active voice', () => {
    expect(breaking((text) => /could not|can not|cannot|not allowed/i.test(text))).toEqual([]);
  });

  it('have one text for each action, in one place', () => {
    const actions = messages.filter(({ id }) => id.startsWith('mlModels.action.'));
    const labels = new Set(actions.map(({ defaultMessage }) => defaultMessage));
    const others = messages.filter(
      ({ id, defaultMessage }) =>
        !id.startsWith('mlModels.action.') &&
        (labels.has(defaultMessage) || /^try again$/i.test(defaultMessage))
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('have headlines of at most eight words', () => {
    const headlines = messages.filter(({ place }) =>
      place.startsWith('public/deletion/headline.tsx')
    );
    expect(headlines.length).toBeGreaterThan(10);
    const long = headlines
      .map(({ defaultMessage }) => longestReading(messageParts(defaultMessage)))
      .filter((text) => text.split(/\s+/).length > 8);
    expect(long).toEqual([]);
  });
});
