import React from 'react';
import { toAccept } from '../state';
import type { AskingView } from '../state';
import { BreaksSection } from './breaks_section';
import { CheckedSources } from './checked_sources';
import { GroupSentence } from './group_sentence';
import { MapOfDependents } from './map_of_dependents';
import { NameField } from './name_field';
import { NotCheckedSection } from './not_checked_section';
import { NoticeCallout } from './notice_callout';
import { UndeployChoice } from './undeploy_choice';

/** All that stands against a delete that can still be asked for, and how to agree to it. */
export function ConditionsState({ view }: { view: AskingView }) {
  const { review, notice, consent } = view;
  return (
    <>
      <NoticeCallout notice={notice} />
      {review.conditions.includes('incomplete') && (
        <NotCheckedSection review={review} onCheckAgain={view.checkAgain} />
      )}
      <BreaksSection review={review} />
      <MapOfDependents review={review} />
      <CheckedSources coverage={review.coverage} />
      <GroupSentence group={review.model_group} />
      {review.conditions.includes('undeploy_first') && (
        <UndeployChoice
          review={review}
          isChosen={consent.undeploy}
          onChoose={view.chooseUndeploy}
        />
      )}
      {toAccept(review).length > 0 && (
        <NameField model={review.model} typed={consent.typedName} onType={view.typeName} />
      )}
    </>
  );
}
