import { asApiError, type ApiError } from './api_error';

interface Listener<T> {
  answered(answer: T): void;
  failed(error: ApiError): void;
}

/**
 * Tells what a request came to. Gives the function that stops the telling, as an effect's clean-up
 * has to: what was sent is not taken back, only its answer is dropped.
 */
export function whenAnswered<T>(
  request: Promise<T>,
  { answered, failed }: Listener<T>
): () => void {
  let isAwaited = true;
  request.then(
    (answer) => isAwaited && answered(answer),
    (error) => isAwaited && failed(asApiError(error))
  );
  return () => {
    isAwaited = false;
  };
}
