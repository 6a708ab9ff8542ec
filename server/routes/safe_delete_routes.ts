import { contracts } from '../../common/http';
import type { Logger } from '../platform';
import { changeSafeDelete, readSafeDelete } from '../safe_delete';
import type { RegisterRoute } from './route_registrar';
import { traced, type Traced } from './trace';

const changeTrace: Traced<typeof contracts.putSafeDelete> = {
  event: 'set_safe_delete',
  asked: ({ body: { scope, enabled } }) => ({ scope, enabled }),
  answered: ({ enabled, source }) => ({ now: { enabled, source } }),
};

export function registerSafeDeleteRoutes(register: RegisterRoute, logger: Logger): void {
  register(contracts.getSafeDelete, (cluster) => readSafeDelete(cluster));
  register(
    contracts.putSafeDelete,
    traced(logger, changeTrace, (cluster, { body }) => changeSafeDelete(cluster, body))
  );
}
