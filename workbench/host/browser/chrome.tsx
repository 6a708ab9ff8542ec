import {
  EuiBadge,
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderLogo,
  EuiHeaderSection,
  EuiHeaderSectionItem,
} from '@elastic/eui';
import React from 'react';
import type { CoreStart } from '../../../public/platform';
import type { Applications } from './applications';
import { Navigation } from './navigation';
import { Toasts } from './notifications';
import type { Notifications } from './notifications';
import { useStore } from './store';
import type { Store } from './store';
import { ThemeMenu } from './theme_menu';

export type Breadcrumb = Parameters<CoreStart['chrome']['setBreadcrumbs']>[0][number];

export interface ChromeProps {
  applications: Applications;
  breadcrumbs: Store<Breadcrumb[]>;
  notifications: Notifications;
  home: string;
  /** What this is and which versions it stands for. */
  label: string;
  themeTag: string;
}

/** What stands around every application: headers, navigation, toasts. */
export function Chrome(props: ChromeProps) {
  const { applications, breadcrumbs, notifications, home, label, themeTag } = props;
  return (
    <>
      <header className="hostHeaders">
        <EuiHeader theme="dark" position="static">
          <EuiHeaderSection grow={false}>
            <EuiHeaderSectionItem border="none">
              <EuiHeaderLogo
                iconType="logoOpenSearch"
                href={home}
                aria-label="OpenSearch Dashboards home"
              >
                <span className="hostHeaders__name">OpenSearch Dashboards</span>
              </EuiHeaderLogo>
            </EuiHeaderSectionItem>
          </EuiHeaderSection>
          <EuiHeaderSection side="right">
            <EuiHeaderSectionItem border="none">
              <EuiBadge className="hostHeaders__label" data-test-subj="workbenchLabel">
                {label}
              </EuiBadge>
            </EuiHeaderSectionItem>
            <EuiHeaderSectionItem border="none">
              <ThemeMenu tag={themeTag} />
            </EuiHeaderSectionItem>
          </EuiHeaderSection>
        </EuiHeader>
        <EuiHeader position="static">
          <EuiHeaderSection grow={false}>
            <EuiHeaderSectionItem border="none">
              <Navigation applications={applications} />
            </EuiHeaderSectionItem>
          </EuiHeaderSection>
          <EuiHeaderBreadcrumbs aria-label="Breadcrumbs" breadcrumbs={useStore(breadcrumbs)} />
        </EuiHeader>
      </header>
      <Toasts shown={notifications.shown} />
    </>
  );
}
