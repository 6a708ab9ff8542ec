import { readMlConfigs } from '../../cluster';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** ML configs: they name agents, which stand behind a model. */
export const mlConfigs: Source = {
  kind: 'ml_config',
  read: async (cluster) => stored(await readMlConfigs(cluster)),
  expectsModelId: underModelIdKey,
};
