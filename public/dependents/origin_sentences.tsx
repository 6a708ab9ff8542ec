import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import {
  madeByContainers,
  meantForAnother,
  type Origin,
  originsOf,
} from '../../common/dependents/origin';
import type { Review } from '../../common/dependents/review';
import { formatList } from '../components/format_list';

/**
 * What has made the model, and makes it again or would miss it, and whether its dependents were meant
 * for another one; nothing where that isn't known.
 */
export function OriginSentences({ review }: { review: Review }) {
  const origins = originsOf(review);
  const { provisioned_by: maker } = review.model;
  const { length: others } = meantForAnother(review);
  const ofContainers = madeByContainers(review);
  if (origins.length + others + ofContainers.length === 0 && maker === undefined) return null;
  return (
    <EuiText size="s" data-test-subj="modelOrigin">
      {origins.map((origin) => (
        <p key={nodeKey(origin)} className="eui-textBreakWord">
          {originText(origin)}
        </p>
      ))}
      {maker !== undefined && (
        <p className="eui-textBreakWord">
          {i18n.translate('mlModels.origin.provisionedBy', {
            defaultMessage: 'Provisioned by {maker}.',
            values: { maker },
          })}
        </p>
      )}
      {ofContainers.length > 0 && (
        <p className="eui-textBreakWord">
          {i18n.translate('mlModels.origin.container', {
            defaultMessage:
              'Made by a memory container, and not deleted with it: {count, plural, one {ingest pipeline} other {ingest pipelines}} {names}.',
            values: {
              count: ofContainers.length,
              names: formatList(ofContainers.map(({ name }) => name)),
            },
          })}
        </p>
      )}
      {others > 0 && (
        <p>
          {i18n.translate('mlModels.origin.meantForAnother', {
            defaultMessage:
              'The model was registered with an ID that {count, plural, one {# resource} other {# resources}} already had. Check that this is the model for them.',
            values: { count: others },
          })}
        </p>
      )}
    </EuiText>
  );
}

function originText({ kind, name }: Origin): string {
  return kind === 'workflow'
    ? madeByText(name)
    : i18n.translate('mlModels.origin.agent', {
        defaultMessage: 'ML Commons made this model for agent {name}. Delete it with the agent.',
        values: { name },
      });
}

/** That a workflow has made something, and does so again. */
export function madeByText(name: string): string {
  return i18n.translate('mlModels.origin.workflow', {
    defaultMessage: 'Made by workflow {name}, which makes it again when it is provisioned.',
    values: { name },
  });
}
