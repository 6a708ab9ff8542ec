import { readMonitors } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Monitors of the alerting plugin: the queries of their inputs. */
export const monitors: Source = {
  kind: 'monitor',
  read: readMonitors,
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
