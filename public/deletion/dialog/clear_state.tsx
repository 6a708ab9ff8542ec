import React from 'react';
import type { AskingView } from '../state';
import { CheckedSources } from './checked_sources';
import { GroupSentence } from './group_sentence';
import { NoticeCallout } from './notice_callout';

/** Nothing stands against the delete: what was checked, and what becomes of the group. */
export function ClearState({ view }: { view: AskingView }) {
  return (
    <>
      <NoticeCallout notice={view.notice} />
      <CheckedSources coverage={view.review.coverage} />
      <GroupSentence group={view.review.model_group} />
    </>
  );
}
