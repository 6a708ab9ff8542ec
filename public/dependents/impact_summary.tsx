import React, { useState } from 'react';
import { EuiAccordion, EuiText, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { Dependent } from '../../common/dependents';
import { listWords } from '../components';
import { CappedList } from './capped_list';
import { kindCount, kindName } from './kind_words';
import { impactBehind } from './impact_behind';

/** What stands behind the dependents: counts in one line, names when it is opened. */
export function ImpactSummary({ dependents }: { dependents: readonly Dependent[] }) {
  const [id] = useState(htmlIdGenerator('impact'));
  const { impact, counts } = impactBehind(dependents);
  if (impact.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      buttonContent={
        <FormattedMessage
          id="mlModels.dependents.behind"
          defaultMessage="Behind them: {counts}"
          values={{ counts: listWords(counts.map(([kind, count]) => kindCount(kind, count))) }}
        />
      }
    >
      <EuiText size="s">
        <CappedList items={impact}>
          {(one) => (
            <li key={`${one.kind} ${one.id}`}>
              {i18n.translate('mlModels.dependents.impactThrough', {
                defaultMessage: '{kind} “{name}” through {through}',
                values: { kind: kindName(one.kind), name: one.name, through: one.through },
              })}
            </li>
          )}
        </CappedList>
      </EuiText>
    </EuiAccordion>
  );
}
