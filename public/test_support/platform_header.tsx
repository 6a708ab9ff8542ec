import React, { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CoreStart, HeaderControlProps, MountPoint, NavigationStart } from '../platform/types';

const PLACES = ['Badge', 'Description', 'Right'] as const;

/**
 * The platform with its new page header: an element for each place, filled as the platform does,
 * and gone with nothing in it. Like the platform's, its `HeaderControl` never empties a place.
 */
export function withPlatformHeader<C extends CoreStart>(core: C) {
  const mounted = new Map<string, () => void>();
  const setter = (place: string) => (mount: MountPoint | undefined) => {
    mounted.get(place)?.();
    mounted.delete(place);
    if (mount) mounted.set(place, fill(place, mount));
  };
  const [setAppBadgeControls, setAppDescriptionControls, setAppRightControls] = PLACES.map(setter);
  const navigation: NavigationStart = { ui: { HeaderControl } };
  return {
    core: {
      ...core,
      application: {
        ...core.application,
        setAppBadgeControls,
        setAppDescriptionControls,
        setAppRightControls,
      },
      uiSettings: { get: <T,>(key: string) => (key === 'home:useNewHomePage') as unknown as T },
    },
    navigation,
  };
}

function fill(place: string, mount: MountPoint): () => void {
  const element = document.body.appendChild(document.createElement('div'));
  element.dataset.testSubj = `header${place}`;
  const unmount = mount(element);
  return () => {
    unmount();
    element.remove();
  };
}

function HeaderControl({ controls, setMountPoint }: HeaderControlProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const isThere = useRef(true);
  useEffect(() => () => void (isThere.current = false), []);
  useEffect(() => {
    setMountPoint((element) => {
      setTarget(element);
      return () => {
        if (isThere.current) setTarget(null);
      };
    });
  }, [setMountPoint]);
  if (!target) return null;
  return createPortal(
    controls.map(({ renderComponent }, at) => <div key={at}>{renderComponent}</div>),
    target
  );
}
