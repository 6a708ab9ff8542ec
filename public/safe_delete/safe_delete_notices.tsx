import React, { useState } from 'react';
import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiCallOut,
  EuiFlexItem,
  EuiIcon,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { SafeDeleteChange } from '../../common/contracts/safe_delete';
import type { SafeDelete } from '../../common/safe_delete/safe_delete';
import type { ApiError } from '../api/errors';
import { readStored, writeStored } from '../components/browser_storage';
import { ErrorCallout } from '../components/error_callout';
import { missingPermissionText } from '../components/permission_gate';
import { usePermission, useUsage } from '../queries';
import { wasChangedMeanwhile } from './safe_delete_state';
import type { KnownSafeDelete } from './safe_delete_state';

interface TransientNoticeProps {
  setting: KnownSafeDelete;
  isDisabled: boolean;
  onRemove(): void;
}

/** Where a transient value is set: it hides the persistent one, and is taken away first. */
export function TransientNotice({ setting, isDisabled, onRemove }: TransientNoticeProps) {
  if (setting.transient === null) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        iconType="iInCircle"
        data-test-subj="safeDeleteTransient"
        title={i18n.translate('mlModels.safeDelete.hidden', {
          defaultMessage:
            'A transient setting ({transient, select, true {on} other {off}}) hides the persistent one ({persistent, select, true {on} false {off} other {not set}}).',
          values: {
            transient: String(setting.transient),
            persistent: String(setting.persistent),
          },
        })}
      >
        <EuiButtonEmpty
          size="xs"
          flush="left"
          isDisabled={isDisabled}
          onClick={onRemove}
          data-test-subj="safeDeleteRemoveTransient"
        >
          <FormattedMessage
            id="mlModels.safeDelete.removeTransient"
            defaultMessage="Remove the transient setting"
          />
        </EuiButtonEmpty>
      </EuiCallOut>
    </>
  );
}

interface UpdateFailureProps {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** A change that failed: the switch shows the true value, this says why. */
export function UpdateFailure({ error, ...retry }: UpdateFailureProps) {
  const title =
    error.status === 403
      ? i18n.translate('mlModels.safeDelete.forbidden', {
          defaultMessage: 'You don’t have permission to change safe delete',
        })
      : i18n.translate('mlModels.safeDelete.failed', {
          defaultMessage: 'Couldn’t change safe delete',
        });
  return (
    <>
      <EuiSpacer size="s" />
      <ErrorCallout
        {...retry}
        role="alert"
        title={title}
        error={error}
        data-test-subj="safeDeleteUpdateFailure"
      />
    </>
  );
}

interface ChangedMeanwhileProps {
  asked: SafeDeleteChange | undefined;
  now: SafeDelete | undefined;
}

/** Says so where the setting that was read after a change is not what was set. */
export function ChangedMeanwhile({ asked, now }: ChangedMeanwhileProps) {
  if (!wasChangedMeanwhile(asked, now)) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        role="alert"
        data-test-subj="safeDeleteChangedMeanwhile"
        title={i18n.translate('mlModels.safeDelete.changedMeanwhile', {
          defaultMessage:
            'Someone else changed safe delete at the same time. This page shows the current setting.',
        })}
      />
    </>
  );
}

const KEY = 'mlModels.unprotectedModels';

/**
 * Beside the switch of a cluster where safe delete is off: how many models are in use, until it is
 * dismissed. In the line of the switch, so that nothing moves when the usage is there.
 */
export function UnprotectedModels() {
  const { data } = useUsage({ enabled: false });
  const [isDismissed, setDismissed] = useState(() => readStored(KEY) !== null);
  const count = data ? Object.keys(data.usage).length : 0;
  if (count === 0 || isDismissed) return null;
  const dismiss = () => {
    writeStored(KEY, 'dismissed');
    setDismissed(true);
  };
  return (
    <EuiFlexItem grow={false}>
      <EuiText size="s" data-test-subj="safeDeleteUnprotected">
        <EuiIcon type="alert" color="warning" />{' '}
        {i18n.translate('mlModels.safeDelete.unprotected', {
          defaultMessage:
            'In use: {count, plural, one {# model} other {# models}}, which ML Commons deletes without warning.',
          values: { count },
        })}{' '}
        <EuiButtonIcon
          iconType="cross"
          color="text"
          size="xs"
          data-test-subj="dismissUnprotected"
          aria-label={i18n.translate('mlModels.safeDelete.dismiss', {
            defaultMessage: 'Dismiss the warning',
          })}
          onClick={dismiss}
        />
      </EuiText>
    </EuiFlexItem>
  );
}

/** Says why this user can't change the setting, where that is known. */
export function MayNotChange({ id }: { id?: string }) {
  const permission = usePermission('change_settings');
  if (permission.allowed !== false) return null;
  return (
    <EuiText size="s" color="subdued">
      <p id={id} className="eui-textBreakWord" data-test-subj="safeDeleteForbidden">
        <FormattedMessage
          id="mlModels.safeDelete.mayNot"
          defaultMessage="You can’t change safe delete. {why}"
          values={{ why: missingPermissionText(permission.missing) }}
        />
      </p>
    </EuiText>
  );
}

/** Where the value comes from. */
export function sourceLabel(source: SafeDelete['source']): string {
  switch (source) {
    case 'transient':
      return i18n.translate('mlModels.safeDelete.source.transient', {
        defaultMessage: 'transient setting',
      });
    case 'persistent':
      return i18n.translate('mlModels.safeDelete.source.persistent', {
        defaultMessage: 'persistent setting',
      });
    case 'node':
      return i18n.translate('mlModels.safeDelete.source.node', {
        defaultMessage: 'set in the nodes’ opensearch.yml',
      });
    case 'default':
      return i18n.translate('mlModels.safeDelete.source.default', { defaultMessage: 'default' });
  }
}
