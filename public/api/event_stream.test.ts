/** @jest-environment node */
import type { ReadProgress } from '../../common/dependents/coverage';
import { fromHttpError } from './errors';
import { readEvents } from './event_stream';

const progressOf = (isRead: boolean): ReadProgress => ({
  sources: [{ source: 'agent', state: isRead ? 'read' : null }],
});
const event = (name: string, content: unknown) =>
  `event: ${name}\ndata: ${JSON.stringify(content)}\n\n`;
const EVENTS =
  event('progress', progressOf(false)) +
  event('progress', progressOf(true)) +
  event('answer', { name: '模型' });

/** As a connection may hand it out: byte by byte. */
function inBytes(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
}

describe('the events of a review', () => {
  it.each([
    ['as they come', inBytes(EVENTS)],
    ['all at once, where the platform knows no streams', EVENTS],
  ])('are read %s', async (_how, events) => {
    const progress: ReadProgress[] = [];
    expect(await readEvents(events, (now) => progress.push(now))).toEqual({ name: '模型' });
    expect(progress).toEqual([progressOf(false), progressOf(true)]);
  });

  it('end with an error as the route would have answered it', async () => {
    const sent = { status: 503, message: 'No.', attributes: { reason: 'unreachable' } };
    const failed = readEvents(inBytes(event('error', sent)), () => undefined);
    expect(fromHttpError(await failed.catch((error: unknown) => error))).toMatchObject({
      status: 503,
      reason: 'unreachable',
      displayMessage: 'No.',
    });
  });

  it('end with an error of their own where the server broke down', async () => {
    const failed = readEvents(event('error', { status: 500 }), () => undefined);
    expect(fromHttpError(await failed.catch((error: unknown) => error))).toMatchObject({
      status: 500,
      reason: 'unexpected',
      displayMessage: 'The server returned an error without a message.',
    });
  });

  it('are no answer where they end before it', async () => {
    const failed = readEvents(inBytes(event('progress', progressOf(true))), () => undefined);
    expect(fromHttpError(await failed.catch((error: unknown) => error))).toMatchObject({
      status: null,
      reason: 'server_unreachable',
    });
  });
});
