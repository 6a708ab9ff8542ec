import { createParser } from 'eventsource-parser';
import type { ReadProgress } from '../../common/dependents/coverage';
import { environment } from '../cluster/environment';
import { makeFaults, mendWire, openGate, requestsOf } from '../cluster/faults';
import { makeGroup, makeModel, removeFixtures } from '../cluster/fixtures';
import { call } from '../cluster/plugin_api';

afterEach(async () => {
  await mendWire();
  await removeFixtures();
});

interface Event {
  event?: string | undefined;
  content: unknown;
}

/** Asks for a review as a page does that can show its progress, and gives the events one by one. */
async function* askForEvents(
  path: string,
  init: RequestInit = {},
  headers: Record<string, string> = {}
): AsyncGenerator<Event, void, undefined> {
  const response = await fetch(`${environment().hosts['18']}/api/ml_models/${path}`, {
    ...init,
    headers: {
      accept: 'text/event-stream, application/json',
      'osd-xsrf': 'true',
      'content-type': 'application/json',
      ...headers,
    },
  });
  if (!/event-stream/.test(response.headers.get('content-type') ?? '')) {
    yield { event: 'json', content: await response.json() };
    return;
  }
  const events: Event[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => events.push({ event, content: JSON.parse(data) }),
  });
  const decoder = new TextDecoder();
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    parser.feed(decoder.decode(part, { stream: true }));
    yield* events.splice(0);
  }
}

const next = async (events: AsyncGenerator<Event>): Promise<Event> => {
  const { value, done } = await events.next();
  if (done) throw new Error('The events ended.');
  return value as Event;
};

const unread = ({ content }: Event) =>
  (content as ReadProgress).sources.flatMap(({ source, state }) => (state === null ? source : []));

/** The last event before the sources that are named are read. */
async function untilOnly(events: AsyncGenerator<Event>, sources: string[]): Promise<void> {
  for (;;) {
    const event = await next(events);
    expect(event.event).toBe('progress');
    if (JSON.stringify(unread(event)) === JSON.stringify(sources)) return;
  }
}

const holdSearchPipelines = () =>
  makeFaults({ path: '_search/pipeline', answer: { hold: 'request', gate: 'pipelines' } });

describe('a review that takes long', () => {
  it('says which sources are read, and gives the same review as one that does not', async () => {
    const { id } = await makeModel();
    const review = await call('reviewModel', { params: { model_id: id } });
    await holdSearchPipelines();
    const events = askForEvents(`models/${id}/review`);
    await untilOnly(events, ['search_pipeline']);
    await openGate('pipelines');
    expect(await next(events)).toMatchObject({ event: 'progress' });
    expect(await next(events)).toEqual({ event: 'answer', content: review });
    expect(await events.next()).toMatchObject({ done: true });
  });

  it('is the same for many models', async () => {
    const { id } = await makeModel();
    const body = { model_ids: [id, 'no-such-model'] };
    const answer = await call('reviewModels', { body });
    await holdSearchPipelines();
    const events = askForEvents('reviews', { method: 'POST', body: JSON.stringify(body) });
    await untilOnly(events, ['search_pipeline']);
    await openGate('pipelines');
    expect(await next(events)).toMatchObject({ event: 'progress' });
    expect(await next(events)).toEqual({ event: 'answer', content: answer });
  });

  it('ends with the error that it would be answered with', async () => {
    const groupId = await makeGroup();
    const { id } = await makeModel({ groupId });
    const versions = { path: 'models/_search', body: groupId };
    await makeFaults({ ...versions, answer: { hold: 'request', gate: 'versions' } });
    const events = askForEvents(`models/${id}/review`);
    await untilOnly(events, []);
    await makeFaults({ ...versions, answer: 'drop' });
    expect(await next(events)).toMatchObject({
      event: 'error',
      content: { status: 503, attributes: { reason: 'unreachable' } },
    });
  });

  it('is given up by the server once nobody waits for it', async () => {
    const { id } = await makeModel();
    await holdSearchPipelines();
    const controller = new AbortController();
    const authorization = 'Bearer who-leaves';
    const events = askForEvents(
      `models/${id}/review`,
      { signal: controller.signal },
      { authorization }
    );
    await untilOnly(events, ['search_pipeline']);
    controller.abort();
    await expect(events.next()).rejects.toMatchObject({ name: 'AbortError' });
    const isGivenUp = async () =>
      (await requestsOf(authorization)).some(
        ({ line, stage }) => line.includes('_search/pipeline') && stage === 'given up'
      );
    while (!(await isGivenUp())) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});

describe('a review that is there soon', () => {
  it('is JSON, whatever the client accepts', async () => {
    const { id } = await makeModel();
    const review = await call('reviewModel', { params: { model_id: id } });
    const events = askForEvents(`models/${id}/review`);
    expect(await next(events)).toEqual({ event: 'json', content: review });
  });
});
