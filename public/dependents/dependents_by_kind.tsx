import React from 'react';
import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent } from '../../common/dependents';
import { CappedList } from './capped_list';
import { DependentItem } from './dependent_item';
import { groupByKind } from './group_by_kind';
import { capitalized, kindPlural } from './kind_words';

interface Props {
  dependents: readonly Dependent[];
  /** The model that they hold. */
  modelId: string;
}

/** Dependents under a heading for each kind, every one with the places where the id stands. */
export function DependentsByKind({ dependents, modelId }: Props) {
  return (
    <>
      {groupByKind(dependents).map(({ kind, dependents: ofKind }) => (
        <React.Fragment key={kind}>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('mlModels.dependents.kindHeading', {
                defaultMessage: '{kind} ({count})',
                values: { kind: capitalized(kindPlural(kind)), count: ofKind.length },
              })}
            </h3>
          </EuiTitle>
          <EuiText size="s">
            <CappedList items={ofKind}>
              {(dependent) => (
                <DependentItem key={dependent.id} dependent={dependent} modelId={modelId} />
              )}
            </CappedList>
          </EuiText>
          <EuiSpacer size="m" />
        </React.Fragment>
      ))}
    </>
  );
}
