import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import type { ReadProgress } from '../../common/dependents/coverage';

/**
 * Reads the events of a route that reports its progress, and gives its answer. `events` is a stream,
 * or all of its text where the platform knows no streams.
 * @throws what a request to the route would be rejected with: `response` and `body` of its error, or
 * an error without them where the connection was lost
 */
export async function readEvents(
  events: ReadableStream<Uint8Array> | string,
  onProgress: (progress: ReadProgress) => void
): Promise<unknown> {
  let answer: { content: unknown } | undefined;
  let failure: Error | undefined;
  const onEvent = ({ event, data }: EventSourceMessage) => {
    const content: unknown = JSON.parse(data);
    if (event === 'progress') onProgress(content as ReadProgress);
    if (event === 'answer') answer = { content };
    if (event === 'error') {
      const { status, ...body } = content as { status: number };
      failure = Object.assign(new Error(), { response: { status }, body });
    }
  };
  const parser = createParser({ onEvent });
  if (typeof events === 'string') parser.feed(events);
  else await readText(events, (text) => parser.feed(text));
  if (failure) throw failure;
  if (!answer) throw new Error('The connection ended before the answer.');
  return answer.content;
}

async function readText(
  stream: ReadableStream<Uint8Array>,
  take: (text: string) => void
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    take(decoder.decode(value, { stream: true }));
  }
}
