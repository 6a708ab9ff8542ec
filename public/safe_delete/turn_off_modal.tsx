import React, { useState } from 'react';
import { EuiConfirmModal, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { notChecked } from '../../common/dependents/verdict';
import { formatList } from '../components/format_list';
import { kindCount } from '../labels/dependent_labels';
import { useUsage } from '../queries';

interface Props {
  onKeep(): void;
  onTurnOff(): void;
}

/** Asks before safe delete is turned off, with what is in use now. */
export function TurnOffModal({ onKeep, onTurnOff }: Props) {
  const [titleId] = useState(htmlIdGenerator('turnOff'));
  return (
    <EuiConfirmModal
      data-test-subj="turnSafeDeleteOffModal"
      role="alertdialog"
      aria-modal
      aria-labelledby={titleId}
      title={
        <span id={titleId}>
          <FormattedMessage
            id="mlModels.safeDelete.turnOff.title"
            defaultMessage="Turn off safe delete?"
          />
        </span>
      }
      defaultFocusedButton="cancel"
      buttonColor="danger"
      cancelButtonText={i18n.translate('mlModels.safeDelete.turnOff.keep', {
        defaultMessage: 'Keep on',
      })}
      confirmButtonText={i18n.translate('mlModels.safeDelete.turnOff.confirm', {
        defaultMessage: 'Turn off',
      })}
      onCancel={onKeep}
      onConfirm={onTurnOff}
    >
      <p>
        <FormattedMessage
          id="mlModels.safeDelete.turnOff.meaning"
          defaultMessage="ML Commons then deletes models in use without warning."
        />{' '}
        <InUse />
      </p>
      <p>
        <FormattedMessage
          id="mlModels.safeDelete.turnOff.thisPage"
          defaultMessage="This page still warns you. Other tools don’t."
        />
      </p>
    </EuiConfirmModal>
  );
}

/** How many models are in use, once that is known. */
function InUse() {
  const { data } = useUsage();
  if (!data) return null;
  const users = data.dependents.map(({ kind, count }) => kindCount(kind, count));
  return (
    <>
      {i18n.translate('mlModels.safeDelete.turnOff.inUse', {
        defaultMessage:
          'In use: {complete, select, true {} other {at least }}{count, plural, one {# model} other {# models}}{users, select, none {} other {, by {users}}}.',
        values: {
          count: Object.keys(data.usage).length,
          complete: String(notChecked(data.coverage).length === 0),
          users: users.length > 0 ? formatList(users) : 'none',
        },
      })}
    </>
  );
}
