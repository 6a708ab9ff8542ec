import React, { useLayoutEffect, useRef } from 'react';
import type { CoreStart, MountPoint } from '../../../public/platform/types';
import { createStore, useStore } from './store';
import type { Store } from './store';

/** Places in the page's header that the open application fills, by what the platform calls them. */
export interface HeaderPlaces {
  /** The application's menu, in the platform's bar. */
  menu: Store<MountPoint | undefined>;
  left: Store<MountPoint | undefined>;
  badge: Store<MountPoint | undefined>;
  right: Store<MountPoint | undefined>;
  description: Store<MountPoint | undefined>;
}

export function createHeaderPlaces(): HeaderPlaces {
  const empty = () => createStore<MountPoint | undefined>(undefined);
  return { menu: empty(), left: empty(), badge: empty(), right: empty(), description: empty() };
}

/**
 * What `core.application` has for them. As in the platform, they keep what they were given last: the
 * application that leaves empties them (seen in 3.3.0).
 */
export function settersOf({ left, badge, right, description }: HeaderPlaces) {
  return {
    setAppLeftControls: left.set,
    setAppBadgeControls: badge.set,
    setAppRightControls: right.set,
    setAppDescriptionControls: description.set,
  } satisfies Partial<CoreStart['application']> & Record<string, unknown>;
}

interface Props {
  place: Store<MountPoint | undefined>;
  name: string;
}

/** One of the places: nothing at all where nothing is to stand in it. */
export function HeaderPlace({ place, name }: Props) {
  const mount = useStore(place);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (mount && element.current) return mount(element.current);
    return undefined;
  }, [mount]);
  if (!mount) return null;
  const classes = 'euiHeaderSection euiHeaderSection--dontGrow newHeader__place';
  return <div className={classes} data-test-subj={name} ref={element} />;
}
