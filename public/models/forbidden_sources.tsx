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
import type { Coverage } from '../../common/dependents';
import { listWords, retryWords } from '../components';
import { CoverageDetail, kindPlural } from '../dependents';

interface Props {
  sources: Coverage;
  isRetrying: boolean;
  onRetry(): void;
}

function title(sources: Coverage): string {
  const values = { sources: listWords(sources.map(({ source }) => kindPlural(source))) };
  if (sources.every(({ state }) => state === 'forbidden')) {
    return i18n.translate('mlModels.list.forbidden', {
      defaultMessage:
        'Not checked: you are not allowed to read {sources}. Use counts may be too low.',
      values,
    });
  }
  return i18n.translate('mlModels.list.partial', {
    defaultMessage:
      'Not checked, or only in part: there may be {sources} that you are not shown. Use counts may be too low.',
    values,
  });
}

/**
 * What an ordinary user may not read, or only in part, at every visit: in one callout, so that the
 * list is in sight.
 */
export function ForbiddenSources({ sources, isRetrying, onRetry }: Props) {
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
        {retryWords()}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
