import { consoleText } from './console_text';

describe('consoleText', () => {
  it('writes requests one below the other, with comments above and JSON below', () => {
    expect(
      consoleText([
        { comments: ['one', 'two'], method: 'PUT', path: '/a', body: { b: 1 } },
        { comments: ['alone'] },
        { method: 'GET', path: '/c' },
      ])
    ).toBe('# one\n# two\nPUT /a\n{\n  "b": 1\n}\n\n# alone\n\nGET /c\n');
  });

  it('lets no name begin a request of its own', () => {
    for (const lineBreak of ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f']) {
      const text = consoleText([{ comments: [`agent a${lineBreak}DELETE /_all`] }]);
      expect(text).toBe('# agent a DELETE /_all\n');
    }
  });
});
