import { holds } from './same_content';

describe('holds', () => {
  const wanted = { tools: [{ type: 'MLModelTool', parameters: { model_id: 'a' } }], size: 2 };

  it('passes over what the cluster added and over settings as strings', () => {
    const stored = {
      name: 'x',
      size: '2',
      tools: [{ type: 'MLModelTool', parameters: { model_id: 'a' }, extra: false }],
    };
    expect(holds(stored, wanted)).toBe(true);
  });

  it('sees another id, a missing key and a longer list', () => {
    expect(
      holds({ size: 2, tools: [{ type: 'MLModelTool', parameters: { model_id: 'b' } }] }, wanted)
    ).toBe(false);
    expect(holds({ tools: wanted.tools }, wanted)).toBe(false);
    expect(holds({ ...wanted, tools: [...wanted.tools, {}] }, wanted)).toBe(false);
  });

  it('takes what is undefined as not wanted', () => {
    expect(holds({}, { description: undefined })).toBe(true);
  });
});
