import React from 'react';
import { reviewErrorMeaning } from '../../error_meaning';
import { ErrorState } from '../../dialog/error_state';
import { WorkingState } from '../../dialog/working_state';
import type { BulkView } from '../state';
import { AskingState } from './asking_state';
import { FinishedState } from './finished_state';
import { RunningState } from './running_state';

interface Props {
  view: BulkView;
  nameOf(modelId: string): string;
}

/** What stands under the headline in each state. */
export function BulkBody({ view, nameOf }: Props) {
  switch (view.kind) {
    case 'reviewing':
      return <WorkingState />;
    case 'could_not_check':
      return <ErrorState error={view.error} meaning={reviewErrorMeaning(view.error)} />;
    case 'asking':
      return <AskingState view={view} nameOf={nameOf} />;
    case 'running':
      return <RunningState run={view.run} nameOf={nameOf} />;
    case 'finished':
      return <FinishedState view={view} nameOf={nameOf} />;
  }
}
