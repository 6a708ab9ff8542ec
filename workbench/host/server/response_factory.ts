import type { ErrorAnswer, ResponseFactory, RouterResponse } from '../../../server/platform';

/** What a handler answered. */
export type Answer =
  | { statusCode: 200; body: unknown; headers: Record<string, string>; error?: undefined }
  | { statusCode: number; error: ErrorBody };
type ErrorBody = ErrorAnswer['body'];

const answers = new WeakMap<object, Answer>();

/** The answer behind a response; undefined for anything that the factory didn't make. */
export function answerOf(response: unknown): Answer | undefined {
  return typeof response === 'object' && response !== null ? answers.get(response) : undefined;
}

export const responseFactory: ResponseFactory = {
  ok: ({ body, headers = {} }) => respond({ statusCode: 200, body, headers }),
  customError: ({ statusCode, body }) => {
    if (!(statusCode >= 400 && statusCode < 600)) {
      throw new Error(
        `Unexpected Http status code. Expected from 400 to 599, but given: ${statusCode}`
      );
    }
    return respond({ statusCode, error: body });
  },
};

function respond(answer: Answer): RouterResponse {
  const response: RouterResponse = Object.freeze({});
  answers.set(response, answer);
  return response;
}
