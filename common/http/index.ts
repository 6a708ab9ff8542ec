export type { Answer, Contract, Method, Received, Sent } from './contract';
export { contracts } from './contracts';
export type { Api, RouteKey } from './contracts';
export { errorBody, errorReason } from './errors';
export type { ErrorBody, ErrorCause, ErrorReason } from './errors';
