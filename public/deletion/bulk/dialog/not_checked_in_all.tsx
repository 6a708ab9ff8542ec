import React from 'react';
import type { Review } from '../../../../common/dependents';
import { NotCheckedSection } from '../../dialog/not_checked_section';
import type { BulkAskingView } from '../state';

/** What could not be checked: the same for all models, since all were read at once. */
export function NotCheckedInAll({ view }: { view: BulkAskingView }) {
  const { reviews } = view.answer;
  const incomplete: Review | undefined = reviews
    .map(({ review }) => review)
    .find(({ conditions }) => conditions.includes('incomplete'));
  return incomplete ? (
    <NotCheckedSection review={incomplete} onCheckAgain={view.checkAgain} />
  ) : null;
}
