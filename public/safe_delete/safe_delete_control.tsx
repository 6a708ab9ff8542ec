import React, { useState } from 'react';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiSwitch,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { SafeDeleteChange } from '../../common/safe_delete';
import { usePermission } from '../deletion/use_permissions';
import { ChangedMeanwhile } from './changed_meanwhile';
import { CoverageHelp } from './coverage_help';
import { MayNotChange } from './may_not_change';
import { MoreChanges } from './more_changes';
import { mayTurnOff } from './safe_delete_state';
import type { KnownSafeDelete } from './safe_delete_state';
import { sourceWords } from './source_words';
import { TransientNotice } from './transient_notice';
import { TurnOffModal } from './turn_off_modal';
import { UpdateFailure } from './update_failure';
import type { useSafeDelete } from './use_safe_delete';

interface Props {
  setting: KnownSafeDelete;
  update: ReturnType<typeof useSafeDelete>['update'];
}

/** The switch with all that belongs to it; what is on or off is what the cluster said. */
export function SafeDeleteControl({ setting, update }: Props) {
  const [toConfirm, setToConfirm] = useState<SafeDeleteChange | null>(null);
  const [forbiddenId] = useState(htmlIdGenerator('safeDeleteForbidden'));
  const permission = usePermission('change_settings');
  const isForbidden = update.error?.status === 403 || permission.allowed === false;
  const isUpdating = update.isLoading;
  const ask = (change: SafeDeleteChange) => {
    if (isUpdating) return;
    if (mayTurnOff(setting, change)) setToConfirm(change);
    else update.mutate(change);
  };

  return (
    <>
      <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiSwitch
            data-test-subj="safeDeleteSwitch"
            label={i18n.translate('mlModels.safeDelete.label', { defaultMessage: 'Safe delete' })}
            checked={setting.enabled}
            aria-describedby={permission.allowed === false ? forbiddenId : undefined}
            // a transient value would hide whatever is set beside it
            disabled={isForbidden || setting.transient !== null}
            onChange={() => ask({ enabled: !setting.enabled, scope: 'persistent' })}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s" aria-live="polite">
            <strong>{onOrOff(setting.enabled)}</strong> ·{' '}
            <span data-test-subj="safeDeleteSource">{sourceWords(setting.source)}</span>
          </EuiText>
        </EuiFlexItem>
        {isUpdating && (
          <EuiFlexItem grow={false}>
            <EuiLoadingSpinner size="m" />
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <MoreChanges setting={setting} isDisabled={isForbidden || isUpdating} onChange={ask} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <CoverageHelp />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiText size="s" color="subdued">
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.meaning"
            defaultMessage="While it is on, ML Commons refuses to delete a model that pipelines or agents use. It doesn’t see every use: this page looks in more places."
          />
        </p>
      </EuiText>
      <MayNotChange id={forbiddenId} />
      <TransientNotice
        setting={setting}
        isDisabled={isForbidden}
        onRemove={() => ask({ enabled: null, scope: 'transient' })}
      />
      {update.error && <UpdateFailure error={update.error} onRetry={() => update.reset()} />}
      <ChangedMeanwhile asked={update.variables} now={update.data} />
      {toConfirm && (
        <TurnOffModal
          onKeep={() => setToConfirm(null)}
          onTurnOff={() => {
            setToConfirm(null);
            update.mutate(toConfirm);
          }}
        />
      )}
    </>
  );
}

function onOrOff(enabled: boolean): string {
  return enabled
    ? i18n.translate('mlModels.safeDelete.on', { defaultMessage: 'On' })
    : i18n.translate('mlModels.safeDelete.off', { defaultMessage: 'Off' });
}
