import type { Lifecycle, Request, ResponseToolkit } from '@hapi/hapi';
import { errorAnswer } from './error_answer';

const SAFE_METHODS = new Set(['get', 'head', 'options']);

/**
 * Refuses what the platform refuses before any handler runs: a state-changing request that a
 * foreign page could have made, and a client of another version (Dashboards 3.3,
 * `lifecycle_handlers.ts`).
 */
export function requestGuard(dashboardsVersion: string): Lifecycle.Method {
  return (request: Request, toolkit: ResponseToolkit) => {
    const version = request.headers['osd-version'];
    const isMarked = version !== undefined || request.headers['osd-xsrf'] !== undefined;
    if (!SAFE_METHODS.has(request.method) && !isMarked) {
      return errorAnswer(toolkit, {
        statusCode: 400,
        message: 'Request must contain the osd-xsrf header.',
      });
    }
    if (version && version !== dashboardsVersion) {
      return errorAnswer(toolkit, {
        statusCode: 400,
        message:
          'Browser client is out of date, please refresh the page ' +
          `("osd-version" header was "${version}" but should be "${dashboardsVersion}")`,
        attributes: { expected: dashboardsVersion, got: version },
      });
    }
    return toolkit.continue;
  };
}
