import fc from 'fast-check';
import { readResource } from './read_resource';
import { seekFew } from './sought';
import { ingestPipelines } from './sources/pipelines';

const plainId = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
/** JSON lets any character be written by its number. */
const escaped = (text: string) =>
  text.replace(/./g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('seekFew', () => {
  it('never passes by a definition that holds an id, however it is written', () => {
    const spelled = fc.constantFrom<(id: string) => string>(
      (id) => `{"processors":[{"x":{"model_id":"${id}"}}]}`,
      (id) => `{"processors":[{"x":{"model_id":"${escaped(id)}"}}]}`,
      (id) => JSON.stringify({ value: JSON.stringify({ model_id: id }) }),
      (id) => JSON.stringify({ value: `{"model_id":"${escaped(id)}"}` }),
      (id) => JSON.stringify({ value: `{"size": \${size}, "model_id": "${id}"}` })
    );
    fc.assert(
      fc.property(plainId, spelled, (id, spell) => {
        const { isModelId, mayMatter = () => true } = seekFew(new Set([id]));
        const text = spell(id);
        const document = { id: 'x', source: JSON.parse(text) };
        expect(readResource(document, ingestPipelines, isModelId).models).toHaveLength(1);
        expect(mayMatter(text)).toBe(true);
      })
    );
  });

  it.each([
    { processors: [{ pipeline: { name: 'other' } }] },
    { request_processors: [{ agentic_query_translator: { agent_id: 'a' } }] },
    { value: JSON.stringify({ executor_agent_id: 'a' }) },
    { value: JSON.stringify({ pipeline: { name: 'other' } }) },
  ])('never passes by a call for another resource: %j', (definition) => {
    const { isModelId, mayMatter } = seekFew(new Set(['m']));
    const text = JSON.stringify(definition);
    const read = readResource({ id: 'x', source: definition }, ingestPipelines, isModelId);
    expect(read.calls).toHaveLength(1);
    expect(mayMatter?.(text)).toBe(true);
  });

  it('passes by what holds neither, which is the point of it', () => {
    const { mayMatter } = seekFew(new Set(['aB3dE6gH9jK2mN5pQ8sT']));
    expect(mayMatter?.('{"processors":[{"set":{"field":"x","value":"y"}}]}')).toBe(false);
  });

  it.each(['my/model', 'mödel', 'a"b'])('parses everything for the id %s', (id) => {
    expect(seekFew(new Set([id])).mayMatter).toBeUndefined();
  });
});
