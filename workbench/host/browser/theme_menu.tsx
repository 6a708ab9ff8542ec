import { EuiContextMenu, EuiHeaderSectionItemButton, EuiIcon, EuiPopover } from '@elastic/eui';
import React, { useState } from 'react';
import { chooseHeader, chooseTheme } from './ui_settings';

const VERSIONS = [
  { version: 'v7', name: 'v7' },
  { version: 'v8', name: 'Next (preview)' },
  { version: 'v9', name: 'v9 (preview)' },
];
const MODES = ['light', 'dark'];

/** Chooses among the platform's six themes and its two headers. */
export function ThemeMenu({ tag, isHeaderNew }: { tag: string; isHeaderNew: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const themes = VERSIONS.flatMap(({ version, name }) =>
    MODES.map((mode) => ({
      name: `${name}, ${mode}`,
      icon: tag === version + mode ? 'check' : 'empty',
      onClick: () => chooseTheme(version, mode),
      'data-test-subj': `theme-${version}${mode}`,
    }))
  );
  const header = {
    name: 'New page header',
    icon: isHeaderNew ? 'check' : 'empty',
    onClick: () => chooseHeader(!isHeaderNew),
    'data-test-subj': 'newHeader',
  };
  return (
    <EuiPopover
      button={
        <EuiHeaderSectionItemButton
          aria-label="Theme"
          aria-expanded={isOpen}
          data-test-subj="themeMenu"
          onClick={() => setOpen(!isOpen)}
        >
          <EuiIcon type="invert" size="m" />
        </EuiHeaderSectionItemButton>
      }
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      anchorPosition="downRight"
    >
      <EuiContextMenu
        size="s"
        initialPanelId={0}
        panels={[{ id: 0, title: 'Theme', items: [...themes, header] }]}
      />
    </EuiPopover>
  );
}
