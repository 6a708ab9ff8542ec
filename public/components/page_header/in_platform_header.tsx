import React, { useLayoutEffect } from 'react';
import type { ReactElement } from 'react';
import type { PlatformHeader } from '../../services';
import type { SetMountPoint } from '../../platform';

interface Props extends Pick<PlatformHeader, 'HeaderControl'> {
  place: SetMountPoint;
  children: ReactElement;
}

/** Stands in a place of the platform's header for as long as it is on the page. */
export function InPlatformHeader({ HeaderControl, place, children }: Props) {
  // the platform's component leaves its mount point behind; before the next page sets another
  useLayoutEffect(() => () => place(undefined), [place]);
  return <HeaderControl setMountPoint={place} controls={[{ renderComponent: children }]} />;
}
