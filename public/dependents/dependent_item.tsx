import React from 'react';
import { EuiCode } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent, Enforcement } from '../../common/dependents';
import { strongestEnforcement } from '../../common/dependents/enforcement';
import { CappedList } from './capped_list';
import { DependentActions } from './requests';

interface Props {
  dependent: Dependent;
  /** The model that it holds. */
  modelId: string;
}

/** One dependent: its name, its id where that is another, each place as a path, and ways out. */
export function DependentItem({ dependent, modelId }: Props) {
  const { kind, id, name, references } = dependent;
  const strongest = strongestEnforcement(references);
  return (
    <li data-test-subj={`deleteModelDependent-${kind}-${id}`}>
      <strong className="eui-textBreakWord">{name}</strong>
      {name !== id && <span className="eui-textBreakWord"> ({id})</span>}{' '}
      <DependentActions dependent={dependent} modelId={modelId} />
      <CappedList items={references}>
        {({ path, enforcement, coincidence }) => (
          <li key={path}>
            <EuiCode className="eui-textBreakWord">{path}</EuiCode>
            {enforcement !== strongest && ` ${weaker(enforcement)}`}
            {coincidence && ` ${coincidenceWords()}`}
          </li>
        )}
      </CappedList>
    </li>
  );
}

/** Why ML Commons refuses over a place that is hardly a use. */
function coincidenceWords(): string {
  return i18n.translate('mlModels.dependents.coincidence', {
    defaultMessage: '(hardly a use, but ML Commons takes any “{key}” for one)',
    values: { key: 'model_id' },
  });
}

/** Beside a reference that is weaker than the heading that its dependent stands under. */
function weaker(enforcement: Enforcement): string {
  return enforcement === 'possible'
    ? i18n.translate('mlModels.dependents.possibleReference', {
        defaultMessage: '(not sure that this is a use)',
      })
    : i18n.translate('mlModels.dependents.breaksReference', {
        defaultMessage: '(would break, ML Commons doesn’t check it)',
      });
}
