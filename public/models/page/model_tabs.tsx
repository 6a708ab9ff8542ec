import React from 'react';
import { EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { TABS, type Tab } from './use_tab';

interface Props {
  open: Tab;
  /** Undefined while it isn't known. */
  dependents: number | undefined;
  onOpen(tab: Tab): void;
}

/** The parts of the model's page. */
export function ModelTabs({ open, dependents, onOpen }: Props) {
  return (
    <EuiTabs>
      {TABS.map((tab) => (
        <EuiTab
          key={tab}
          id={tabId(tab)}
          isSelected={tab === open}
          aria-controls={PANEL_ID}
          onClick={() => onOpen(tab)}
          data-test-subj={`modelPageTab-${tab}`}
        >
          {tabWords(tab, dependents)}
        </EuiTab>
      ))}
    </EuiTabs>
  );
}

/** Of what stands under the tabs. */
export const PANEL_ID = 'mlModelsModelPagePanel';

export function tabId(tab: Tab): string {
  return `mlModelsModelPageTab-${tab}`;
}

function tabWords(tab: Tab, dependents: number | undefined): string {
  switch (tab) {
    case 'overview':
      return i18n.translate('mlModels.modelPage.tab.overview', { defaultMessage: 'Overview' });
    case 'dependents':
      return dependents === undefined
        ? i18n.translate('mlModels.modelPage.tab.dependents', { defaultMessage: 'Dependents' })
        : i18n.translate('mlModels.modelPage.tab.dependentsCount', {
            defaultMessage: 'Dependents ({count})',
            values: { count: dependents },
          });
    case 'map':
      return i18n.translate('mlModels.modelPage.tab.map', { defaultMessage: 'Map' });
    case 'json':
      return i18n.translate('mlModels.modelPage.tab.json', { defaultMessage: 'JSON' });
  }
}
