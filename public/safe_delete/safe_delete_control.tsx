import React, { useState } from 'react';
import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiPopoverTitle,
  EuiSwitch,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { SafeDeleteChange } from '../../common/contracts/safe_delete';
import { Popover } from '../components/popover';
import { usePermission } from '../queries';
import {
  ChangedMeanwhile,
  MayNotChange,
  sourceLabel,
  TransientNotice,
  UnprotectedModels,
  UpdateFailure,
} from './safe_delete_notices';
import { furtherChanges, mayTurnOff } from './safe_delete_state';
import type { FurtherChange, KnownSafeDelete, useSafeDelete } from './safe_delete_state';
import { TurnOffModal } from './turn_off_modal';

interface SafeDeleteControlProps {
  setting: KnownSafeDelete;
  update: ReturnType<typeof useSafeDelete>['update'];
}

/** The switch with all that belongs to it; what is on or off is what the cluster said. */
export function SafeDeleteControl({ setting, update }: SafeDeleteControlProps) {
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
            <span data-test-subj="safeDeleteSource">{sourceLabel(setting.source)}</span>
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
        {/* last in the line: what is before it doesn't move when the usage is there */}
        {!setting.enabled && !isUpdating && <UnprotectedModels />}
      </EuiFlexGroup>
      <MayNotChange id={forbiddenId} />
      <TransientNotice
        setting={setting}
        isDisabled={isForbidden}
        onRemove={() => ask({ enabled: null, scope: 'transient' })}
      />
      {update.error && (
        <UpdateFailure
          error={update.error}
          isRetrying={isUpdating}
          onRetry={() => update.variables && update.mutate(update.variables)}
        />
      )}
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

interface MoreChangesProps {
  setting: KnownSafeDelete;
  isDisabled: boolean;
  onChange(change: SafeDeleteChange): void;
}

/** What can be changed besides on and off, for the few who need it. */
function MoreChanges({ setting, isDisabled, onChange }: MoreChangesProps) {
  const [isOpen, setOpen] = useState(false);
  const changes = furtherChanges(setting);
  if (changes.length === 0) return null;
  const label = i18n.translate('mlModels.safeDelete.more', {
    defaultMessage: 'More actions',
  });
  return (
    <Popover
      aria-label={label}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      button={
        <EuiButtonIcon
          iconType="boxesHorizontal"
          aria-label={label}
          isDisabled={isDisabled}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="safeDeleteMore"
        />
      }
    >
      <EuiContextMenuPanel
        items={changes.map((kind) => (
          <EuiContextMenuItem
            key={kind}
            data-test-subj={`safeDeleteMore-${kind}`}
            onClick={() => {
              setOpen(false);
              onChange(changeOf(kind, setting));
            }}
          >
            {changeLabel(kind, setting)}
          </EuiContextMenuItem>
        ))}
      />
    </Popover>
  );
}

function changeOf(kind: FurtherChange, { enabled }: KnownSafeDelete): SafeDeleteChange {
  return kind === 'for_now'
    ? { scope: 'transient', enabled: !enabled }
    : { scope: 'persistent', enabled: null };
}

function changeLabel(kind: FurtherChange, { enabled }: KnownSafeDelete): string {
  return kind === 'for_now'
    ? i18n.translate('mlModels.safeDelete.forNow', {
        defaultMessage:
          'Turn safe delete {enabled, select, true {off} other {on}} until the cluster restarts (transient setting)',
        values: { enabled: String(enabled) },
      })
    : i18n.translate('mlModels.safeDelete.reset', {
        defaultMessage: 'Remove the persistent setting (use opensearch.yml or the default)',
      });
}

/** What safe delete looks at and what it doesn't, on demand. */
function CoverageHelp() {
  const [isOpen, setOpen] = useState(false);
  const title = i18n.translate('mlModels.safeDelete.help.title', {
    defaultMessage: 'What safe delete covers',
  });
  return (
    <Popover
      aria-label={title}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      button={
        <EuiButtonEmpty
          size="xs"
          iconType="iInCircle"
          iconSide="right"
          onClick={() => setOpen(!isOpen)}
        >
          <FormattedMessage id="mlModels.safeDelete.help.button" defaultMessage="What it covers" />
        </EuiButtonEmpty>
      }
    >
      <EuiPopoverTitle>{title}</EuiPopoverTitle>
      <EuiText size="s" grow={false} data-test-subj="safeDeleteHelp">
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.help.covers"
            defaultMessage="While safe delete is on, ML Commons looks for the model’s ID under {key} in ingest pipelines, search pipelines and the tools of agents. If the ID is there, it refuses the delete."
            values={{ key: <code>model_id</code> }}
          />
        </p>
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.help.doesNot"
            defaultMessage="ML Commons doesn’t check the LLM and the parameters of agents, hidden agents, default models of neural queries, guardrails of other models, memory containers, and semantic fields of indexes and index templates. If only these use a model, the delete isn’t refused and they break."
          />
        </p>
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.help.thisPage"
            defaultMessage="Before a delete, this page shows what uses the model, what would break without a refusal, and what couldn’t be checked."
          />
        </p>
      </EuiText>
    </Popover>
  );
}
