import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiButtonEmpty,
  EuiCallOut,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Coverage } from '../../common/dependents/coverage';
import { notChecked } from '../../common/dependents/verdict';
import { formatList } from '../components/format_list';
import { CoverageDetail, NotCheckedCallout } from '../dependents/not_checked_callout';
import { retryLabel } from '../labels/action_labels';
import { kindPlural } from '../labels/dependent_labels';

interface NotCheckedSourcesProps {
  coverage: Coverage;
  isRetrying: boolean;
  onRetry(): void;
}

/**
 * A callout for each source that was not read: what the list says of use may be too little. What
 * the user may not read, or only in part, is in one.
 */
export function NotCheckedSources({ coverage, isRetrying, onRetry }: NotCheckedSourcesProps) {
  const meaning = i18n.translate('mlModels.list.notChecked.meaning', {
    defaultMessage: 'Counts may be too low.',
  });
  const unread = notChecked(coverage);
  const ofUser = unread.filter(({ state }) => state === 'forbidden' || state === 'partial');
  const together = ofUser.length > 1 ? ofUser : [];
  const alone = unread.filter((source) => !together.includes(source));
  return (
    <div role="status">
      {together.length > 0 && (
        <>
          <ForbiddenSources sources={together} onRetry={onRetry} isRetrying={isRetrying} />
          <EuiSpacer size="s" />
        </>
      )}
      {alone.map((source) => (
        <React.Fragment key={source.source}>
          <NotCheckedCallout
            source={source}
            meaning={meaning}
            onRetry={onRetry}
            isRetrying={isRetrying}
          />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
    </div>
  );
}

interface ForbiddenSourcesProps {
  sources: Coverage;
  isRetrying: boolean;
  onRetry(): void;
}

function title(sources: Coverage): string {
  const values = { sources: formatList(sources.map(({ source }) => kindPlural(source))) };
  if (sources.every(({ state }) => state === 'forbidden')) {
    return i18n.translate('mlModels.list.forbidden', {
      defaultMessage:
        'Not checked: you don’t have permission to read {sources}. Counts may be too low.',
      values,
    });
  }
  return i18n.translate('mlModels.list.partial', {
    defaultMessage:
      'Checked only in part: there may be {sources} that you can’t see. Counts may be too low.',
    values,
  });
}

/**
 * What an ordinary user may not read, or only in part, at every visit: in one callout, so that the
 * list is in sight.
 */
function ForbiddenSources({ sources, isRetrying, onRetry }: ForbiddenSourcesProps) {
  const [id] = useState(htmlIdGenerator('forbiddenSources'));
  const isForbidden = sources.every(({ state }) => state === 'forbidden');
  return (
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      data-test-subj="notCheckedForbidden"
      title={title(sources)}
    >
      <EuiAccordion
        id={id}
        buttonContent={
          isForbidden
            ? i18n.translate('mlModels.list.forbidden.why', {
                defaultMessage: 'Missing permissions',
              })
            : i18n.translate('mlModels.list.partial.why', { defaultMessage: 'Why' })
        }
      >
        <EuiSpacer size="s" />
        <EuiText size="s">
          {sources.map((source) => (
            <div key={source.source} data-test-subj={`notChecked-${source.source}`}>
              <CoverageDetail source={source} />
            </div>
          ))}
        </EuiText>
      </EuiAccordion>
      <EuiButtonEmpty size="xs" flush="left" onClick={onRetry} isLoading={isRetrying}>
        {retryLabel()}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
