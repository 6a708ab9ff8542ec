import fc from 'fast-check';
import { EMBEDDED_JSON, formatPath, nearestKey, type JsonPath } from './json_path';
import { readResource } from './read_resource';
import { agents } from './sources/ml_commons';

const ID = 'aB3dE6gH9jK2mN5pQ8sT';
const isId = (text: string) => text === ID;
/** Of any JSON, not only of an object as definitions are. */
const findModelIds = (document: unknown) =>
  readResource({ id: 'x', source: { document } }, agents, isId).models.map(
    ({ place: [, ...place] }) => ({ place })
  );
const paths = (document: unknown) => findModelIds(document).map(({ place }) => formatPath(place));

/** Follows a place as found, into JSON strings too. */
function follow(document: unknown, place: JsonPath): unknown {
  return place.reduce<unknown>((value, step) => {
    if (step === EMBEDDED_JSON) return JSON.parse(String(value));
    return (value as Record<string | number, unknown>)[step];
  }, document);
}

/** Any JSON in which some leaves are the id. */
const documentWithIds = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constant(ID),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 }),
    tie('value').map((inner) => JSON.stringify({ inner }))
  ),
})).value;

/** The plain way, level by level, to compare with. */
function countIds(value: unknown): number {
  if (value === ID) return 1;
  if (typeof value === 'string') {
    try {
      const inner: unknown = JSON.parse(value);
      return typeof inner === 'object' ? countIds(inner) : 0;
    } catch {
      return 0;
    }
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, child) => sum + countIds(child), 0);
}

describe('readResource', () => {
  it('finds every id in any JSON, at a place that leads to it', () => {
    fc.assert(
      fc.property(documentWithIds, (document) => {
        const found = findModelIds(document);
        expect(found).toHaveLength(countIds(document));
        for (const { place } of found) expect(follow(document, place)).toBe(ID);
      }),
      { numRuns: 500 }
    );
  });

  it('names places in on_failure, foreach and lists as people write them', () => {
    const pipeline = {
      processors: [
        { text_embedding: { model_id: ID, on_failure: [{ ml_inference: { model_id: ID } }] } },
        { foreach: { field: 'x', processor: { text_embedding: { model_id: ID } } } },
        { neural_query_enricher: { neural_field_default_id: { 'title.vector': ID } } },
        { script: { params: { model_id: ['other', ID] } } },
      ],
    };
    expect(paths(pipeline)).toEqual([
      'processors[0].text_embedding.model_id',
      'processors[0].text_embedding.on_failure[0].ml_inference.model_id',
      'processors[1].foreach.processor.text_embedding.model_id',
      'processors[2].neural_query_enricher.neural_field_default_id["title.vector"]',
      'processors[3].script.params.model_id[1]',
    ]);
  });

  it('looks into JSON that a string holds', () => {
    const query = JSON.stringify({ query: { neural: { vector: { model_id: ID } } } });
    expect(paths({ tools: [{ parameters: { query } }] })).toEqual([
      'tools[0].parameters.query → query.neural.vector.model_id',
    ]);
  });

  it('looks into templates of JSON, which are none before they are filled in', () => {
    const query = `{"size": \${parameters.size}, "query": {"neural": {"model_id": "${ID}"}}}`;
    expect(paths({ tools: [{ parameters: { query } }] })).toEqual([
      'tools[0].parameters.query → …',
    ]);
    expect(paths({ prompt: `{ not quoted: ${ID}, "x${ID}": "my ${ID}" ` })).toEqual([]);
  });

  it('never takes a part of a string for an id', () => {
    expect(paths({ model_id: `${ID}x`, other: `my ${ID}`, third: ID.toLowerCase() })).toEqual([]);
  });

  it('reads a document of any depth', () => {
    let deep: unknown = ID;
    for (let level = 0; level < 200_000; level += 1) deep = level % 2 ? [deep] : { a: deep };
    expect(findModelIds(deep)).toHaveLength(1);
  });

  it('finds ids at any depth, at places that lead to them, in time with the document', () => {
    const depths = fc.uniqueArray(fc.integer({ min: 0, max: 1_500 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(depths, fc.boolean(), (levels, keyed) => {
        let document: unknown = levels.includes(1_500) ? ID : 'end';
        for (let level = 1_499; level >= 0; level -= 1) {
          const here = levels.includes(level) ? ID : 'none';
          document = keyed ? { model_id: here, next: document } : [here, document];
        }
        const found = findModelIds(document);
        expect(found).toHaveLength(levels.length);
        for (const { place } of found) expect(follow(document, place)).toBe(ID);
      }),
      { numRuns: 50 }
    );
  });

  it('is not held up by a string that is nothing but brackets', () => {
    const deep = `${'['.repeat(3_000_000)}"${ID}","${ID}"${']'.repeat(3_000_000)}`;
    expect(paths({ prompt: deep })).toEqual(['prompt → …', 'prompt → …']);
  });

  it('finds every id in a definition of 10 MB', () => {
    const filler = { set: { field: 'title', value: 'x'.repeat(200), tags: ['a', 'b', 'c'] } };
    const ids = fc.uniqueArray(fc.nat(39_999), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(ids, (places) => {
        const processors: object[] = Array.from({ length: 40_000 }, () => filler);
        for (const index of places) processors[index] = { ml_inference: { model_id: ID } };
        const text = JSON.stringify({ processors });
        expect(text.length).toBeGreaterThan(9_500_000);
        const found = findModelIds(JSON.parse(text)).map(({ place }) => place[1]);
        expect(found).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 5 }
    );
  });
});

describe('nearestKey', () => {
  it('is the key of the list for elements of a list', () => {
    expect(nearestKey(['processors', 0, 'x', 'model_id', 1])).toBe('model_id');
  });

  it('ends at the string that holds a document', () => {
    expect(nearestKey(['model_id', EMBEDDED_JSON, 0])).toBeUndefined();
  });
});
