import React from 'react';
import { EuiBadge, EuiHeaderSectionItem } from '@elastic/eui';
import type { CoreStart, HelpExtension, SearchCommand } from '../../../public/platform/types';
import type { Applications } from './applications';
import { HeaderPlace } from './header_places';
import type { HeaderPlaces } from './header_places';
import { HeaderSearch } from './header_search';
import { HelpMenu } from './help_menu';
import { Navigation, type RecentItem } from './navigation';
import { NewHeader } from './new_header';
import { Toasts } from './notifications';
import type { Notifications } from './notifications';
import { OldHeader } from './old_header';
import type { Store } from './store';
import { ThemeMenu } from './theme_menu';

export type Breadcrumb = Parameters<CoreStart['chrome']['setBreadcrumbs']>[0][number];

export interface ChromeProps {
  applications: Applications;
  breadcrumbs: Store<Breadcrumb[]>;
  recent: Store<RecentItem[]>;
  /** What the open application has in the help menu. */
  help: Store<HelpExtension | undefined>;
  /** What the search of the new header looks through. */
  searches: Store<SearchCommand[]>;
  places: HeaderPlaces;
  notifications: Notifications;
  home: string;
  /** What this is and which versions it stands for. */
  label: string;
  themeTag: string;
  isHeaderNew: boolean;
}

/** What stands around every application: headers, navigation, toasts. */
export function Chrome(props: ChromeProps) {
  const { applications, breadcrumbs, recent, places, notifications } = props;
  const { home, label, themeTag, isHeaderNew, help, searches } = props;
  const navigation = <Navigation applications={applications} recent={recent} />;
  const tools = (
    <>
      <EuiHeaderSectionItem border="none">
        <EuiBadge className="hostHeaders__label" data-test-subj="workbenchLabel">
          {label}
        </EuiBadge>
      </EuiHeaderSectionItem>
      {isHeaderNew && (
        <EuiHeaderSectionItem border="none">
          <HeaderSearch searches={searches} />
        </EuiHeaderSectionItem>
      )}
      <EuiHeaderSectionItem border="none">
        <HelpMenu help={help} />
      </EuiHeaderSectionItem>
      <EuiHeaderSectionItem border="none">
        <ThemeMenu tag={themeTag} isHeaderNew={isHeaderNew} />
      </EuiHeaderSectionItem>
    </>
  );
  const menu = <HeaderPlace place={places.menu} name="headerActionMenu" />;
  const inBoth = { navigation, tools, menu, breadcrumbs };
  return (
    <>
      {isHeaderNew ? (
        <NewHeader {...inBoth} places={places} applications={applications} />
      ) : (
        <OldHeader {...inBoth} home={home} />
      )}
      <Toasts shown={notifications.shown} />
    </>
  );
}
