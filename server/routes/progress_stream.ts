import { PassThrough, type Readable } from 'stream';
import { setTimeout as sleep } from 'timers/promises';
import type { ReadProgress } from '../../common/dependents/coverage';
import type { Logger } from '../platform';
import type { DomainErrorAnswer } from './error_answer';

/** An answer that takes less is sent by itself: nobody misses its progress. */
const PROGRESS_AFTER_MS = 500;

/**
 * What has the events sent as they come: Dashboards hands a stream to its caller (since 3.0), but
 * would compress it as a whole, and proxies in front would collect it.
 */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'content-encoding': 'identity',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
};

/** What a route ends with; an error that is not of the domain is thrown instead. */
export type Ending<A> = { answer: A; error?: undefined } | { error: DomainErrorAnswer };

export interface ProgressStream {
  /** The content of a `text/event-stream`. */
  body: Readable;
  report(progress: ReadProgress): void;
  /** Sends the last event. */
  end(event: 'answer' | 'error', content: unknown): void;
}

/** Whether who asks can read events; what accepts anything gets JSON. */
export function acceptsEvents({ accept }: Record<string, string | string[] | undefined>): boolean {
  return String(accept ?? '').includes('text/event-stream');
}

/** Events for who waits; `onLeave` is called where the connection ends before the answer. */
export function createProgressStream(onLeave: () => void): ProgressStream {
  const body = new PassThrough();
  body.once('close', () => {
    if (!body.writableEnded) onLeave();
  });
  const write = (event: string, content: unknown) => {
    if (body.writable) body.write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`);
  };
  return {
    body,
    report: (progress) => write('progress', progress),
    end(event, content) {
      write(event, content);
      body.end();
    },
  };
}

/** Whether work ends, or fails, before its progress is worth a word. */
export async function endsSoon(work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const ended = work.then(
    () => true,
    () => true
  );
  try {
    return await Promise.race([ended, sleep(PROGRESS_AFTER_MS, false, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}

/** Sends how a route ends whose status was sent already: no error can reach the platform any more. */
export async function endStream(
  { end }: ProgressStream,
  running: Promise<Ending<unknown>>,
  logger: Logger
): Promise<void> {
  try {
    const ending = await running;
    if (ending.error) end('error', { status: ending.error.statusCode, ...ending.error.body });
    else end('answer', ending.answer);
  } catch (error) {
    logger.error(error instanceof Error ? error : String(error));
    const isUnauthorized =
      error instanceof Error && 'statusCode' in error && error.statusCode === 401;
    end('error', { status: isUnauthorized ? 401 : 500 });
  }
}
