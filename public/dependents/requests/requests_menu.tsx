import React from 'react';
import { copyToClipboard, EuiContextMenuItem, EuiContextMenuPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DependentRequests } from '../../../common/dependents';
import { useServices } from '../../services';
import { devToolsUrl } from './dev_tools';

interface Props {
  requests: DependentRequests['requests'];
  /** What was copied, in words. */
  onCopied(words: string): void;
}

/** What can be done with the requests about a dependent. */
export function RequestsMenu({ requests, onCopied }: Props) {
  const { core, dataSourceId } = useServices();
  const devTools = devToolsUrl(core);
  const { show, remove_reference: remove, why_not: whyNot } = requests;
  const copy = (text: string, words: string) => () => {
    copyToClipboard(text);
    onCopied(words);
  };
  const items = [
    <EuiContextMenuItem
      key="show"
      icon="copy"
      data-test-subj="copyShowRequest"
      onClick={copy(show, showCopied())}
    >
      {i18n.translate('mlModels.requests.copyShow', {
        defaultMessage: 'Copy request that shows it',
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
  if (devTools !== undefined) {
    items.push(
      <EuiContextMenuItem
        key="devTools"
        icon="console"
        data-test-subj="openDevTools"
        href={devTools}
        target="_blank"
        onClick={copy(remove ?? show, remove === null ? showCopied() : removeCopied())}
      >
        {dataSourceId === undefined ? inDevTools() : inDevToolsOfDataSource()}
      </EuiContextMenuItem>
    );
  }
  return <EuiContextMenuPanel items={items} />;
}

function inDevTools(): string {
  return i18n.translate('mlModels.requests.openDevTools', {
    defaultMessage: 'Copy it and open Dev Tools, to paste it there',
  });
}

/** Dev Tools have a menu of data sources of their own, which no address reaches. */
function inDevToolsOfDataSource(): string {
  return i18n.translate('mlModels.requests.openDevToolsOfDataSource', {
    defaultMessage: 'Copy it and open Dev Tools, to choose this data source there and paste it',
  });
}

function showCopied(): string {
  return i18n.translate('mlModels.requests.showCopied', {
    defaultMessage: 'Copied the request that shows it.',
  });
}

function removeCopied(): string {
  return i18n.translate('mlModels.requests.removeCopied', {
    defaultMessage: 'Copied the request that removes the reference.',
  });
}
