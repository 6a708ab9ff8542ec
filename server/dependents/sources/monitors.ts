import { i18n } from '@osd/i18n';
import { mayHaveStored, readMonitors } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Of alerting (ScheduledJob.SCHEDULED_JOBS_INDEX). */
const STORED_IN = ['.opendistro-alerting-config'];

/** Monitors of the alerting plugin: the queries of their inputs. */
export const monitors: Source = {
  kind: 'monitor',
  async read(cluster, reader, limits) {
    await readMonitors(cluster, reader);
    if (!(await limits).monitors || !(await mayHaveStored(cluster, STORED_IN))) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.monitorsOfOthers', {
        defaultMessage: 'Alerting lists only monitors of your backend roles.',
      }),
    };
  },
  storedIn: STORED_IN,
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
