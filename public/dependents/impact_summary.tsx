import React, { useState } from 'react';
import { EuiAccordion, EuiText, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { Dependent, Impact } from '../../common/dependents/dependent';
import { nodeKey } from '../../common/dependents/kinds';
import { CappedList } from '../components/capped_list';
import { formatList } from '../components/format_list';
import { kindCounts, kindName } from '../labels/dependent_labels';

/** What is affected through the dependents: counts in one line, names when it is opened. */
export function ImpactSummary({ dependents }: { dependents: readonly Dependent[] }) {
  const [id] = useState(htmlIdGenerator('impact'));
  const impact = impactBehind(dependents);
  if (impact.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      buttonContent={
        <EuiText size="s">
          <FormattedMessage
            id="mlModels.dependents.behind"
            defaultMessage="Also affected: {counts}"
            values={{ counts: formatList(kindCounts(impact)) }}
          />
        </EuiText>
      }
    >
      <EuiText size="s">
        <CappedList items={impact}>
          {(one) => (
            <li key={nodeKey(one)}>
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

/** All that is affected through some dependents and is no dependent itself, each once. */
export function impactBehind(
  dependents: readonly Dependent[],
  all: readonly Dependent[] = dependents
): Impact[] {
  const direct = new Set(all.map(nodeKey));
  const once = new Map<string, Impact>();
  for (const one of dependents.flatMap(({ impact }) => impact)) {
    if (!direct.has(nodeKey(one))) once.set(nodeKey(one), one);
  }
  return [...once.values()];
}
