import type { DependentKind } from '../../../common/dependents';
import { resourcePath } from '../../cluster';
import { consoleText } from './console_text';

/** The request that shows a resource. */
export function showRequest(kind: DependentKind, id: string): string {
  return consoleText([{ method: 'GET', path: resourcePath(kind, id) }]);
}
