import { readClusterSettings } from '../../cluster';
import type { Source } from '../source';

/** The settings by which neural-search chooses a model for a language (3.9 and later). */
const NAMES_A_MODEL = /^plugins\.neural_search\.model_selection\.model_id\./;

/** Cluster settings: `persistent["plugins.neural_search.model_selection.model_id.dense.english"]`. */
export const clusterSettings: Source = {
  kind: 'cluster_setting',
  read: async (cluster, { take }) => (await readClusterSettings(cluster)).forEach(take),
  expectsModelId: ([, key]) => NAMES_A_MODEL.test(String(key)),
};
