import { embedText, type Gateway, startGateway } from './gateway';

const similarity = (one: string, other: string): number => {
  const [a, b] = [embedText(one, 768), embedText(other, 768)];
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
};

describe('the vectors of the sample models', () => {
  it('are near each other where the words are the same', () => {
    expect(similarity('Red running shoes', 'shoes, running red')).toBeCloseTo(1);
    expect(similarity('red running shoes', 'red shoes')).toBeGreaterThan(
      similarity('red running shoes', 'a contract of the year')
    );
  });

  it('are of length 1, also of a text without a word', () => {
    for (const text of ['one two three', '…']) {
      expect(Math.hypot(...embedText(text, 4))).toBeCloseTo(1);
    }
  });
});

describe('the gateway of the sample models', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.stop());

  async function ask(path: string, body: unknown) {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${gateway.url}${path}`, { method: 'POST', body: sent });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  it('embeds each text with the dimension that the model is named by', async () => {
    const { body } = await ask('/v1/embeddings', { model: 'dense-768', input: ['a', 'b'] });
    const data = body.data as Array<{ embedding: number[] }>;
    expect(data.map(({ embedding }) => embedding.length)).toEqual([768, 768]);
  });

  it('refuses what it does not know, and what is not JSON', async () => {
    expect((await ask('/v1/nothing', {})).status).toBe(404);
    expect((await ask('/v1/rerank', '{')).status).toBe(400);
  });

  it('has one port: a second one can not be there', async () => {
    const port = Number(new URL(gateway.url).port);
    await expect(startGateway(port)).rejects.toThrow('EADDRINUSE');
  });
});
