import React, { useState } from 'react';
import { EuiButtonIcon, EuiContextMenuItem, EuiContextMenuPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SafeDeleteChange } from '../../common/safe_delete';
import { Popover } from '../components';
import { furtherChanges } from './safe_delete_state';
import type { FurtherChange, KnownSafeDelete } from './safe_delete_state';

interface Props {
  setting: KnownSafeDelete;
  isDisabled: boolean;
  onChange(change: SafeDeleteChange): void;
}

/** What can be changed besides on and off, for the few who need it. */
export function MoreChanges({ setting, isDisabled, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const changes = furtherChanges(setting);
  if (changes.length === 0) return null;
  const label = i18n.translate('mlModels.safeDelete.more', {
    defaultMessage: 'More about the setting',
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
            {wordsOf(kind, setting)}
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

function wordsOf(kind: FurtherChange, { enabled }: KnownSafeDelete): string {
  return kind === 'for_now'
    ? i18n.translate('mlModels.safeDelete.forNow', {
        defaultMessage:
          'Turn it {enabled, select, true {off} other {on}} until the cluster restarts (transient setting)',
        values: { enabled: String(enabled) },
      })
    : i18n.translate('mlModels.safeDelete.reset', {
        defaultMessage: 'Remove the persistent setting: back to the nodes’ file or the default',
      });
}
