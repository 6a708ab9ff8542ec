import { UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from '../../../common/models/model_state';
import type { RunModel } from './run_state';

/**
 * Whether a run has undeployed a model and not deleted it: `maybe` where its delete failed in a way
 * that doesn't tell how far it had come.
 */
export function undeployedByRun({ going, progress }: RunModel): 'yes' | 'maybe' | 'no' {
  const wasDeployed = UNDEPLOY_FIRST_STATES.has(going.reviewed.review.model.state);
  if (!going.undeploy || !wasDeployed) return 'no';
  if (progress.kind === 'failed') return 'maybe';
  const isStopped = progress.kind === 'stopped';
  return isStopped && UNDEPLOYED_STATES.has(progress.review.model.state) ? 'yes' : 'no';
}
