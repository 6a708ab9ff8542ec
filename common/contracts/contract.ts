import type { z } from 'zod';

export type Method = 'get' | 'post' | 'put' | 'delete';

/**
 * One HTTP route as both sides see it: the server validates with the schemas, the browser takes
 * its types from them. `answer` describes the body of a 200.
 */
export interface Contract {
  method: Method;
  /** It changes nothing, though its method is not `get`. */
  reads?: boolean;
  path: string;
  /**
   * It may take long: a client that accepts `text/event-stream` then gets events named `progress`,
   * each a `ReadProgress`, and at last one named `answer`, or `error` with `status` and the error's
   * body. Where the answer is there soon it is JSON as ever.
   */
  reportsProgress?: boolean;
  /** The answer is plain text. */
  isText?: boolean;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  answer: z.ZodType;
}

/** What a client may send: the schemas' input side. */
export interface Sent<C extends Contract> {
  params: z.input<C['params']>;
  query: z.input<C['query']>;
  body: z.input<C['body']>;
}

/** What a handler receives: the schemas' output side. */
export interface Received<C extends Contract> {
  params: z.output<C['params']>;
  query: z.output<C['query']>;
  body: z.output<C['body']>;
}

export type Answer<C extends Contract> = z.output<C['answer']>;
