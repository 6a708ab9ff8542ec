import {
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderLogo,
  EuiHeaderSection,
  EuiHeaderSectionItem,
} from '@elastic/eui';
import React from 'react';
import type { ReactNode } from 'react';
import type { Breadcrumb } from './chrome';
import { useStore } from './store';
import type { Store } from './store';

interface Props {
  navigation: ReactNode;
  tools: ReactNode;
  /** The application's. */
  menu: ReactNode;
  breadcrumbs: Store<Breadcrumb[]>;
  home: string;
}

/** The platform's two bars, under which each page has a header of its own. */
export function OldHeader({ navigation, tools, menu, breadcrumbs, home }: Props) {
  return (
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
        <EuiHeaderSection side="right">{tools}</EuiHeaderSection>
      </EuiHeader>
      <EuiHeader position="static">
        <EuiHeaderSection grow={false}>
          <EuiHeaderSectionItem border="none">{navigation}</EuiHeaderSectionItem>
        </EuiHeaderSection>
        <EuiHeaderBreadcrumbs aria-label="Breadcrumbs" breadcrumbs={useStore(breadcrumbs)} />
        <EuiHeaderSection side="right">{menu}</EuiHeaderSection>
      </EuiHeader>
    </header>
  );
}
