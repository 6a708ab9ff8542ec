export { createApi } from './api';
export type { ApiClient, Call } from './api';
export { ApiError, asApiError } from './api_error';
export type { ApiErrorReason } from './api_error';
export { createQueryClient, FRESH_MS } from './query_client';
export { whenAnswered } from './when_answered';
