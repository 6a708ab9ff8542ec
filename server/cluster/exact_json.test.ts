import { exactText, parseExactly, plainJson } from './exact_json';
import type { JsonRecord } from './json';

describe('exact JSON', () => {
  it.each([
    '{"weight":1.0,"id":12345678901234567890,"small":1e-7,"same":0.5,"zero":-0}',
    '{"b":1,"a":[1.50,{"c":null,"d":"1.0"}]}',
    '{"text":"\\u2028 \\"quoted\\"","empty":{},"list":[]}',
  ])('writes what it read, character by character: %s', (text) => {
    const written = exactText(parseExactly(text));
    expect(written).toBe(text.replace('\\u2028', '\u2028'));
  });

  it('gives plain numbers to who only shows them', () => {
    expect(plainJson(parseExactly('{"weight":1.0,"list":[2.50]}') as JsonRecord)).toEqual({
      weight: 1,
      list: [2.5],
    });
  });

  it('repeats nothing of what is no JSON', () => {
    expect(() => parseExactly('{"key":"secret')).toThrow('The answer is not JSON.');
  });
});
