import type { ComponentType } from 'react';
import type { CoreStart, HeaderControlProps, NavigationStart, SetMountPoint } from '../platform';

/** The header that the platform draws over a page, with its title: its places, and what fills them. */
export interface PlatformHeader {
  HeaderControl: ComponentType<HeaderControlProps>;
  /** Beside the title. */
  badge: SetMountPoint;
  /** Under the title. */
  description: SetMountPoint;
  /** At the end of the title's line. */
  right: SetMountPoint;
}

/**
 * The platform's page header where it is the one in use. Null where it isn't, and pages draw
 * their own: with `home:useNewHomePage` off, as it is by default, on a platform that is older, or
 * without its plugin `navigation`. The setting only changes with the page loaded again.
 */
export function readPlatformHeader(
  { application, uiSettings }: CoreStart,
  navigation: NavigationStart | undefined
): PlatformHeader | null {
  // with the default that the platform takes when it chooses the header itself
  if (!uiSettings.get('home:useNewHomePage', false)) return null;
  const HeaderControl = navigation?.ui.HeaderControl;
  const {
    setAppBadgeControls: badge,
    setAppDescriptionControls: description,
    setAppRightControls: right,
  } = application;
  return HeaderControl && badge && description && right
    ? { HeaderControl, badge, description, right }
    : null;
}
