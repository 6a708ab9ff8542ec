import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiHeader,
  EuiHeaderSection,
  EuiHeaderSectionItem,
  EuiSimplifiedBreadcrumbs,
  EuiTitle,
} from '@elastic/eui';
import React from 'react';
import type { ReactNode } from 'react';
import type { Applications } from './applications';
import type { Breadcrumb } from './chrome';
import { HeaderPlace } from './header_places';
import type { HeaderPlaces } from './header_places';
import { useStore } from './store';
import type { Store } from './store';

interface Props {
  navigation: ReactNode;
  tools: ReactNode;
  /** The application's. */
  menu: ReactNode;
  breadcrumbs: Store<Breadcrumb[]>;
  places: HeaderPlaces;
  applications: Applications;
}

/** The platform's new page header: the last breadcrumb is the title, and the page fills the rest. */
export function NewHeader({ navigation, tools, menu, breadcrumbs, places, applications }: Props) {
  const crumbs = useStore(breadcrumbs);
  const application = useStore(applications.current);
  return (
    // the platform has more than one, for different applications
    <header key={application?.id}>
      <EuiHeader className="newHeader" position="static">
        <EuiHeaderSection grow={false}>
          <EuiHeaderSectionItem border="none">{navigation}</EuiHeaderSectionItem>
        </EuiHeaderSection>
        <EuiSimplifiedBreadcrumbs
          aria-label="Breadcrumbs"
          breadcrumbs={crumbs}
          hideLastBreadCrumb
          disableTrailingLink
          truncate
        />
        <EuiHeaderSection side="right">
          {menu}
          {tools}
        </EuiHeaderSection>
      </EuiHeader>
      <EuiHeader className="newHeader" position="static">
        <EuiFlexGroup justifyContent="spaceBetween" gutterSize="none">
          <EuiHeaderSection side="left" grow className="newHeader__start">
            <EuiFlexGroup gutterSize="s">
              <EuiFlexItem grow={false}>
                <EuiHeaderSectionItem border="none" data-test-subj="headerApplicationTitle">
                  <EuiTitle size="l" className="newHeader__title">
                    <h1 className="eui-textBreakWord">{crumbs[crumbs.length - 1]?.text}</h1>
                  </EuiTitle>
                </EuiHeaderSectionItem>
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <HeaderPlace place={places.badge} name="headerBadgeControl" />
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <HeaderPlace place={places.left} name="headerLeftControl" />
              </EuiFlexItem>
            </EuiFlexGroup>
          </EuiHeaderSection>
          <EuiHeaderSection side="right">
            <HeaderPlace place={places.right} name="headerRightControl" />
          </EuiHeaderSection>
        </EuiFlexGroup>
      </EuiHeader>
      <EuiHeader className="newHeader" position="static">
        <HeaderPlace place={places.description} name="headerDescriptionControl" />
      </EuiHeader>
    </header>
  );
}
