import fc from 'fast-check';
import { Readable } from 'stream';
import { forEachMember } from '../cluster/json_stream';
import { readResource, type ReadResource } from './read_resource';
import { matchIds, matchIdsAndCalls, type IdMatcher } from './id_matcher';
import { ingestPipelines } from './sources/pipelines';

const plainId = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
/** JSON lets any character be written by its number. */
const escaped = (text: string) =>
  text.replace(/./g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What is found in a pipeline that comes in pieces of a size. */
async function foundIn(definition: string, matcher: IdMatcher, size = 16): Promise<ReadResource[]> {
  const bytes = Buffer.from(`{"other":{"x":"y"},"p":${definition},"last":{}}`);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size)
  );
  const found: ReadResource[] = [];
  await forEachMember(Readable.from(pieces), {
    take: (document) => {
      if (document.id === 'p') {
        found.push(readResource(document, ingestPipelines, matcher.isModelId, matcher.isMentioned));
      }
    },
    ...(matcher.mayMatter && { mayMatter: matcher.mayMatter }),
  });
  return found;
}

describe('matchIds', () => {
  it('never passes by a definition that holds an id, however it is written', async () => {
    const spelled = fc.constantFrom<(id: string) => string>(
      (id) => `{"processors":[{"x":{"model_id":"${id}"}}]}`,
      (id) => `{"processors":[{"x":{"model_id":"${escaped(id)}"}}]}`,
      (id) => JSON.stringify({ value: JSON.stringify({ model_id: id }) }),
      (id) => JSON.stringify({ value: `{"model_id":"${escaped(id)}"}` }),
      (id) => JSON.stringify({ value: `{"size": \${size}, "model_id": "${id}"}` })
    );
    await fc.assert(
      fc.asyncProperty(
        plainId,
        spelled,
        fc.integer({ min: 1, max: 90 }),
        async (id, spell, size) => {
          const [found] = await foundIn(spell(id), matchIds(new Set(['another', id])), size);
          expect(found?.models.map(({ modelId }) => modelId)).toEqual([id]);
        }
      )
    );
  });

  it('never passes by a definition that mentions a generated id, however it is written', async () => {
    const spelled = fc.constantFrom<(id: string) => string>(
      (id) => JSON.stringify({ description: `use the model ${id}.` }),
      (id) => JSON.stringify({ url: `/_plugins/_ml/models/${id}/_predict` }),
      (id) => JSON.stringify({ source: `ctx.model = '${id}'` }),
      (id) => JSON.stringify({ ids: `first,${id},last` }),
      (id) => JSON.stringify({ [id]: 'value' }),
      (id) => JSON.stringify({ query: `{"size":\${n},"query":"{\\"model_id\\":\\"${id}\\"}"}` }),
      (id) => JSON.stringify({ text: `first line\n${id}` }),
      (id) => JSON.stringify({ text: `{"a": \${a}, "b": "line\\n${id}"}` }),
      (id) => JSON.stringify({ path: `?body=%7B%22model_id%22%3A%22${id}%22%7D` })
    );
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Za-z0-9_-]{20}$/),
        spelled,
        fc.integer({ min: 1, max: 90 }),
        async (id, spell, size) => {
          const [found] = await foundIn(spell(id), matchIds(new Set(['another', id])), size);
          expect(found?.models).toMatchObject([{ modelId: id, isMention: true }]);
        }
      )
    );
  });

  it('passes by what holds none, which is the point of it', async () => {
    const matcher = matchIds(new Set(['aB3dE6gH9jK2mN5pQ8sT']));
    const near = ['aB3dE6gH9jK2mN5pQ8s', 'about aB3dE6gH9jK2mN5pQ8sT2', 'x-aB3dE6gH9jK2mN5pQ8sT'];
    const definition = JSON.stringify({ processors: near.map((value) => ({ set: { value } })) });
    expect(await foundIn(definition, matcher, 1_000)).toEqual([]);
  });

  it.each(['my/model', 'mödel', 'a"b'])('reads everything for the id %s', async (id) => {
    const [found] = await foundIn(JSON.stringify({ model_id: id }), matchIds(new Set([id])));
    expect(found?.models).toHaveLength(1);
  });
});

describe('matchIdsAndCalls', () => {
  it.each([
    { processors: [{ pipeline: { name: 'other' } }] },
    { request_processors: [{ agentic_query_translator: { agent_id: 'a' } }] },
    { value: JSON.stringify({ executor_agent_id: 'a' }) },
    { search_pipeline: 'other' },
    { searchPipeline: 'other' },
    { memory: { memory_container_id: 'c' } },
    { context_management_name: 't' },
    { search: { requestAgentId: { id: 'requestAgentId', value: 'a' } } },
    { search_templates: JSON.stringify([{ template_id: 't' }]) },
    { value: JSON.stringify({ pipeline: { name: 'other' } }) },
  ])('never passes by a call for another resource: %j', async (definition) => {
    const text = JSON.stringify(definition);
    for (let size = 1; size < 90; size += 1) {
      const [found] = await foundIn(text, matchIdsAndCalls(new Set(['m'])), size);
      expect(found?.calls).toHaveLength(1);
    }
  });
});
