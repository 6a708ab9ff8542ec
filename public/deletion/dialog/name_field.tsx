import React from 'react';
import { EuiFieldText, EuiFormRow, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models';
import { nameToType } from '../state';

interface Props {
  model: Model;
  typed: string;
  onType(name: string): void;
  testSubject?: string;
}

/** The model's name typed in is the admin's word that it is to go all the same. */
export function NameField({ model, typed, onType, testSubject = 'deleteModelName' }: Props) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFormRow
        fullWidth
        label={i18n.translate('mlModels.delete.typeName', {
          defaultMessage: 'Type {name} to delete it anyway',
          values: { name: nameToType(model) },
        })}
      >
        <EuiFieldText
          fullWidth
          autoComplete="off"
          data-test-subj={testSubject}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      </EuiFormRow>
    </>
  );
}
