import React, { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { EuiHeaderSectionItem } from '@elastic/eui';
import type { HeaderControlProps } from '../../../public/platform/types';

/**
 * `navigation.ui.HeaderControl`: draws what it is given in a place of the page's header. Like the
 * platform's, it doesn't give the place up when it goes.
 */
export function HeaderControl({ controls, setMountPoint }: HeaderControlProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const isMounted = useRef(true);
  useEffect(
    () => () => {
      isMounted.current = false;
    },
    []
  );
  useEffect(() => {
    setMountPoint((element) => {
      if (isMounted.current) setTarget(element);
      return () => {
        if (isMounted.current) setTarget(null);
      };
    });
  }, [setMountPoint]);
  if (!target) return null;
  const items = controls.map(({ renderComponent }, index) => (
    <EuiHeaderSectionItem key={index} border="none">
      {renderComponent}
    </EuiHeaderSectionItem>
  ));
  return createPortal(items, target);
}
