import { readMlConfigs } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** ML configs: they name agents, which stand behind a model. */
export const mlConfigs: Source = {
  kind: 'ml_config',
  read: async (cluster, { take }) => (await readMlConfigs(cluster)).forEach(take),
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
