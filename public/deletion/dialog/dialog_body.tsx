import React from 'react';
import { errorMeaning, reviewErrorMeaning } from '../error_meaning';
import type { DialogView } from '../state';
import { ClearState } from './clear_state';
import { ConditionsState } from './conditions_state';
import { ErrorState } from './error_state';
import { RefusedState } from './refused_state';
import { StaysDeployedState } from './stays_deployed_state';
import { undeployFailedMeaning, UndeployedSentence } from './undeployed_words';
import { UndeployingState } from './undeploying_state';
import { WorkingState } from './working_state';

/** What stands under the headline in each state. */
export function DialogBody({ view }: { view: DialogView }) {
  switch (view.kind) {
    case 'reviewing':
    case 'turning_off':
    case 'deleting':
    case 'cleaning_up':
      return <WorkingState />;
    case 'could_not_check':
      return <ErrorState error={view.error} meaning={reviewErrorMeaning(view.error)} />;
    case 'refused':
      return <RefusedState view={view} />;
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
      // a review may carry several of these conditions: all of them are shown together
      return <ConditionsState view={view} />;
    case 'clear':
      return <ClearState view={view} />;
    case 'undeploying':
      return <UndeployingState view={view} />;
    case 'undeploy_failed':
      return <ErrorState error={view.error} meaning={undeployFailedMeaning(view.error)} />;
    case 'stays_deployed':
      return <StaysDeployedState view={view} />;
    case 'half_deleted':
      return <ErrorState error={view.error} meaning={errorMeaning(view.error)} />;
    case 'failed':
      return (
        <>
          <ErrorState error={view.error} meaning={errorMeaning(view.error)} />
          {view.undeployed && <UndeployedSentence />}
        </>
      );
    case 'done':
      return null;
  }
}
