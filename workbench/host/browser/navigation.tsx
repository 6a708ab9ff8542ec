import React, { useState } from 'react';
import {
  EuiCollapsibleNav,
  EuiCollapsibleNavGroup,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiListGroup,
} from '@elastic/eui';
import type { App } from '../../../public/platform/types';
import type { Applications } from './applications';
import { useStore, type Store } from './store';

/** What was opened last. */
export interface RecentItem {
  id: string;
  label: string;
  href: string;
}

interface NavigationProps {
  applications: Applications;
  recent: Store<RecentItem[]>;
}

/** The left navigation: what was opened last, and every application by its category. */
export function Navigation({ applications, recent }: NavigationProps) {
  const [isOpen, setOpen] = useState(false);
  const items = useStore(recent);
  const current = useStore(applications.current);
  const toggle = (
    <EuiHeaderSectionItemButton
      aria-label="Toggle primary navigation"
      aria-expanded={isOpen}
      aria-controls="hostNavigation"
      data-test-subj="toggleNavButton"
      onClick={() => setOpen(!isOpen)}
    >
      <EuiIcon type="menu" size="m" />
    </EuiHeaderSectionItemButton>
  );
  return (
    <EuiCollapsibleNav
      id="hostNavigation"
      aria-label="Primary"
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      button={toggle}
    >
      {items.length > 0 && (
        <EuiCollapsibleNavGroup title="Recently viewed" isCollapsible initialIsOpen>
          <EuiListGroup
            flush
            gutterSize="none"
            listItems={items.map(({ id, label, href }) => ({
              label,
              href,
              size: 's' as const,
              'data-test-subj': `recentItem-${id}`,
            }))}
          />
        </EuiCollapsibleNavGroup>
      )}
      {byCategory(applications.all()).map(({ label, icon, apps }) => (
        <EuiCollapsibleNavGroup
          key={label}
          title={label}
          iconType={icon}
          isCollapsible
          initialIsOpen
        >
          <EuiListGroup
            flush
            gutterSize="none"
            listItems={apps.map((app) => ({
              label: app.title,
              size: 's' as const,
              isActive: app === current,
              'data-test-subj': `navLink-${app.id}`,
              onClick: () => {
                setOpen(false);
                applications.open(app);
              },
            }))}
          />
        </EuiCollapsibleNavGroup>
      ))}
    </EuiCollapsibleNav>
  );
}

function byCategory(apps: App[]) {
  const labels = [...new Set(apps.map(({ category }) => category?.label ?? 'Other'))];
  return labels.map((label) => {
    const members = apps.filter(({ category }) => (category?.label ?? 'Other') === label);
    return { label, icon: members[0]?.category?.euiIconType ?? 'managementApp', apps: members };
  });
}
