import fc from 'fast-check';
import type { Chunks } from './json_stream';
import { forEachMember } from './json_stream';
import type { Reader, StoredDocument } from './json';

/** The bytes of a text, cut anywhere, in the middle of characters too. */
async function* inPieces(text: string, pieceSize = 7): Chunks {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}

async function membersOf(
  chunks: Chunks,
  mayMatter?: Reader['mayMatter']
): Promise<StoredDocument[]> {
  const taken: StoredDocument[] = [];
  await forEachMember(chunks, {
    take: (document) => taken.push(document),
    ...(mayMatter && { mayMatter }),
  });
  return taken;
}

/** Keys that are told apart by a JSON parser only, and values of any kind inside objects. */
const objectOfObjects = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.dictionary(fc.string(), fc.jsonValue())), {
    maxLength: 8,
  })
  .map((entries) => new Map(entries));

/** Spaces where JSON allows them, and as it likes non-ASCII written out or not. */
function written(members: Map<string, unknown>, space: string, escapes: boolean): string {
  const escaped = (text: string) =>
    text.replace(/[^\x20-\x7e]/g, (one) =>
      escapes ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one
    );
  const parts = [...members].map(
    ([key, value]) =>
      `${space}${escaped(JSON.stringify(key))}${space}:${space}${JSON.stringify(value, null, space)}`
  );
  return `${space}{${parts.join(`${space},`)}${space}}${space}`;
}

describe('forEachMember', () => {
  const space = fc.constantFrom('', ' ', '\n\t');
  const pieceSize = fc.integer({ min: 1, max: 50 });

  it('gives what a JSON parser gives, in whatever pieces the text comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        objectOfObjects,
        space,
        fc.boolean(),
        pieceSize,
        async (members, gap, escapes, size) => {
          const text = written(members, gap, escapes);
          expect(await membersOf(inPieces(text, size))).toEqual(
            [...members].map(([id, source]) => ({ id, source: JSON.parse(JSON.stringify(source)) }))
          );
        }
      ),
      { numRuns: 500 }
    );
  });

  it('takes a text that is cut short anywhere for malformed', async () => {
    await fc.assert(
      fc.asyncProperty(objectOfObjects, fc.nat(), async (members, at) => {
        const whole = written(members, '', false);
        const cut = whole.slice(0, at % whole.length);
        await expect(membersOf(inPieces(cut))).rejects.toMatchObject({ kind: 'malformed' });
      })
    );
  });

  it.each([
    '',
    '[]',
    '"x"',
    '{"p":3}',
    '{"p":[]}',
    '{"p":{}',
    '{"p":{}}}',
    '{"p":{},}',
    '{,}',
    '{"p" {}}',
    '{"p":{"a":}}',
    '{"p":{"a":[}}',
    // seen on 3.6.0: the refusal of another request, written into this answer
    '{"error":{"type":"status_exception"},"status":409}',
    '{"error":{"type":"status_exception"},"status":409}nes are still using"}',
  ])('takes %s for malformed', async (text) => {
    await expect(membersOf(inPieces(text))).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('hands out what lies deeper in the answer, and answers with the rest', async () => {
    const scripts = { 'a"}:': { source: '{"x":{}}', options: { y: {} } }, b: {} };
    for (const size of [1, 3, 1_000]) {
      const taken: StoredDocument[] = [];
      const text = JSON.stringify({ metadata: { uuid: 'u', scripts } });
      const take = (document: StoredDocument) => taken.push(document);
      const rest = await forEachMember(inPieces(text, size), { take }, 'metadata', 'scripts');
      expect(taken).toEqual(Object.entries(scripts).map(([id, source]) => ({ id, source })));
      expect(rest).toMatchObject({ metadata: { uuid: 'u' } });
    }
  });

  it.each(['{}', '{"metadata":{}}', '{"metadata":{"scripts":{}}}'])(
    'finds none in %s',
    async (text) => {
      const take = () => {
        throw new Error('There is none.');
      };
      await forEachMember(inPieces(text), { take }, 'metadata', 'scripts');
    }
  );

  it.each(['[]', '{"metadata":{"scripts":[]}}', '{"metadata":{"scripts":{"a":1}}}'])(
    'takes %s for malformed there',
    async (text) => {
      const reading = forEachMember(inPieces(text), { take: () => {} }, 'metadata', 'scripts');
      await expect(reading).rejects.toMatchObject({ kind: 'malformed' });
    }
  );

  it('hands out only what has a string that may matter', async () => {
    const text = '{"a":{"x":"needle"},"b":{"x":"hay"},"c":{"needle":1}}';
    const taken = await membersOf(
      inPieces(text, 100),
      (bytes, start, end) => bytes.slice(start, end) === 'needle'
    );
    expect(taken.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
