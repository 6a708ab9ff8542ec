import React from 'react';
import { errorMeaning, reviewErrorMeaning } from '../error_meaning';
import type { DialogView } from '../state';
import { ClearState } from './clear_state';
import { ConditionsState } from './conditions_state';
import { ErrorState } from './error_state';
import { RefusedState } from './refused_state';
import { WorkingState } from './working_state';

/** What stands under the headline in each state. */
export function DialogBody({ view }: { view: DialogView }) {
  switch (view.kind) {
    case 'reviewing':
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
    case 'failed':
    case 'half_deleted':
      return <ErrorState error={view.error} meaning={errorMeaning(view.error)} />;
    case 'done':
      return null;
  }
}
