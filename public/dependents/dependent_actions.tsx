import React, { useState } from 'react';
import {
  copyToClipboard,
  EuiButtonEmpty,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiLoadingSpinner,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent, DependentRequests } from '../../common/dependents/dependent';
import { ErrorCallout } from '../components/error_callout';
import { Popover } from '../components/popover';
import type { CoreStart } from '../platform/types';
import { useDependentRequests } from '../queries';
import { useServices } from '../services/services';

interface DependentActionsProps {
  dependent: Dependent;
  /** The model that it is to use no more. */
  modelId: string;
}

/**
 * The ways in which a dependent is looked at, and changed so that it doesn't use a model; read when
 * they are opened.
 */
export function DependentActions({ dependent, modelId }: DependentActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const [copied, setCopied] = useState('');
  const { data, error, isFetching, refetch } = useDependentRequests(dependent, modelId, {
    enabled: isOpen,
  });
  const label = i18n.translate('mlModels.requests.of', {
    defaultMessage: 'Copy fix for {name}',
    values: { name: dependent.name },
  });
  return (
    <>
      <Popover
        aria-label={label}
        isOpen={isOpen}
        closePopover={() => setOpen(false)}
        panelPaddingSize={data && !isFetching ? 'none' : 's'}
        ownFocus
        button={
          <EuiButtonEmpty
            size="xs"
            // the primary one is too pale with the focus in a row under the pointer
            color="text"
            iconType="arrowDown"
            iconSide="right"
            aria-label={label}
            aria-expanded={isOpen}
            onClick={() => {
              setCopied('');
              setOpen(!isOpen);
            }}
            data-test-subj={`dependentRequests-${dependent.kind}-${dependent.id}`}
          >
            {i18n.translate('mlModels.requests.button', { defaultMessage: 'Copy fix' })}
          </EuiButtonEmpty>
        }
      >
        {isFetching ? (
          <Loading />
        ) : data ? (
          <RequestsMenu
            dependent={dependent}
            modelId={modelId}
            requests={data.requests}
            onCopied={(message) => {
              setCopied(message);
              setOpen(false);
            }}
          />
        ) : (
          error && <ErrorCallout role="alert" error={error} onRetry={() => void refetch()} />
        )}
      </Popover>{' '}
      <span role="status">{copied}</span>
    </>
  );
}

function Loading() {
  return (
    <EuiText size="s">
      <p role="status" tabIndex={-1}>
        <EuiLoadingSpinner size="s" />{' '}
        {i18n.translate('mlModels.requests.loading', { defaultMessage: 'Reading the resource…' })}
      </p>
    </EuiText>
  );
}

interface RequestsMenuProps extends DependentActionsProps {
  requests: DependentRequests['requests'];
  /** The message that says what was copied. */
  onCopied(message: string): void;
}

/** What can be done with the requests about a dependent. */
function RequestsMenu({ dependent, modelId, requests, onCopied }: RequestsMenuProps) {
  const { core, api, dataSourceId } = useServices();
  const { show, remove_reference: remove, why_not: whyNot } = requests;
  const copy = (text: string, message: string) => () => {
    copyToClipboard(text);
    onCopied(message);
  };
  const items = [
    <EuiContextMenuItem
      key="show"
      icon="copy"
      data-test-subj="copyShowRequest"
      onClick={copy(show, showCopied())}
    >
      {i18n.translate('mlModels.requests.copyShow', {
        defaultMessage: 'Copy request that reads the resource',
      })}
    </EuiContextMenuItem>,
    <EuiContextMenuItem
      key="remove"
      icon="copy"
      data-test-subj="copyRemoveRequest"
      disabled={remove === null}
      onClick={copy(remove ?? '', removeCopied())}
    >
      {i18n.translate('mlModels.requests.copyRemove', {
        defaultMessage: 'Copy request that removes the reference',
      })}
      {whyNot && (
        <EuiText size="xs" color="subdued">
          {whyNot}
        </EuiText>
      )}
    </EuiContextMenuItem>,
  ];
  if (mayUseDevTools(core)) {
    const { kind, id } = dependent;
    const loadFrom = encodeURIComponent(api.consoleRequestUrl(kind, id, modelId));
    items.push(
      <EuiContextMenuItem
        key="devTools"
        icon="console"
        data-test-subj="openDevTools"
        href={core.application.getUrlForApp('dev_tools', {
          path: `#/console?load_from=${loadFrom}`,
        })}
        target="_blank"
      >
        {remove === null ? showInDevTools() : removeInDevTools()}
        <EuiText size="xs" color="subdued">
          {dataSourceId === undefined ? replacesText() : replacesTextOfDataSource()}
        </EuiText>
      </EuiContextMenuItem>
    );
  }
  return <EuiContextMenuPanel items={items} />;
}

function removeInDevTools(): string {
  return i18n.translate('mlModels.requests.openRemove', {
    defaultMessage: 'Open request that removes the reference in Dev Tools',
  });
}

function showInDevTools(): string {
  return i18n.translate('mlModels.requests.openShow', {
    defaultMessage: 'Open request that reads the resource in Dev Tools',
  });
}

function replacesText(): string {
  return i18n.translate('mlModels.requests.replaces', {
    defaultMessage: 'Replaces the text in the console.',
  });
}

/** Dev Tools have a menu of data sources of their own, which no address reaches. */
function replacesTextOfDataSource(): string {
  return i18n.translate('mlModels.requests.replacesOfDataSource', {
    defaultMessage: 'Replaces the text in the console. Choose the data source there.',
  });
}

function showCopied(): string {
  return i18n.translate('mlModels.requests.showCopied', {
    defaultMessage: 'Request that reads the resource copied.',
  });
}

function removeCopied(): string {
  return i18n.translate('mlModels.requests.removeCopied', {
    defaultMessage: 'Request that removes the reference copied.',
  });
}

/** Whether the platform has the console, and the user may use it. */
function mayUseDevTools({ application }: CoreStart): boolean {
  return application.capabilities?.dev_tools?.show === true;
}
