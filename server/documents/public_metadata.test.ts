import { publicMetadata } from './model_document';

describe('publicMetadata', () => {
  it('leaves out content and credentials at any depth, and the values of headers', () => {
    const shown = publicMetadata({
      name: 'router',
      content: 'AAAA',
      connector: {
        credential: { key: 'secret-1' },
        parameters: { model: 'gpt' },
        actions: [{ url: 'http://127.0.0.1', headers: { Authorization: 'Bearer secret-2' } }],
      },
    });
    expect(JSON.stringify(shown)).not.toMatch(/secret|AAAA/);
    expect(shown).toEqual({
      name: 'router',
      connector: {
        parameters: { model: 'gpt' },
        actions: [{ url: 'http://127.0.0.1', headers: { Authorization: '***' } }],
      },
    });
  });
});
