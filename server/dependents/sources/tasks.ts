import { readBatchPredictions } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/**
 * Batch predictions that are not finished: without their model neither their state nor their result
 * can be asked for, nor can they be cancelled (GetTaskTransportAction, CancelBatchJobTransportAction).
 */
export const tasks: Source = {
  kind: 'task',
  read: readBatchPredictions,
  expectsModelId: underModelIdKey,
};
