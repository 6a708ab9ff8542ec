import type { ResponseObject, ResponseToolkit } from '@hapi/hapi';
import { STATUS_CODES } from 'node:http';

export interface PlatformError {
  statusCode: number;
  message: string;
  attributes?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** An error in the shape in which the platform answers all of them. */
export function errorAnswer(toolkit: ResponseToolkit, error: PlatformError): ResponseObject {
  const { statusCode, message, attributes, headers = {} } = error;
  const body = { statusCode, error: STATUS_CODES[statusCode] ?? 'Unknown', message, attributes };
  const response = toolkit.response(body).code(statusCode).takeover();
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  return response;
}
