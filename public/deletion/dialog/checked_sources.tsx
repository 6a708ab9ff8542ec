import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Coverage, CoverageState } from '../../../common/dependents';
import { listWords } from '../../components';
import { kindPlural } from '../../dependents';

/** Which sources were read, and which this cluster doesn't have. */
export function CheckedSources({ coverage }: { coverage: Coverage }) {
  const sources = (state: CoverageState) =>
    listWords(coverage.filter((one) => one.state === state).map((one) => kindPlural(one.source)));
  const read = sources('read');
  const absent = sources('absent');
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" color="subdued">
        {read && (
          <p>
            {i18n.translate('mlModels.delete.checked', {
              defaultMessage: 'Checked: {sources}.',
              values: { sources: read },
            })}
          </p>
        )}
        {absent && (
          <p>
            {i18n.translate('mlModels.delete.absent', {
              defaultMessage: 'This cluster has no {sources}.',
              values: { sources: absent },
            })}
          </p>
        )}
      </EuiText>
    </>
  );
}
