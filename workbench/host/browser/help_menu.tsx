import {
  EuiButtonEmpty,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiPopover,
  EuiPopoverTitle,
  EuiTitle,
} from '@elastic/eui';
import React, { useLayoutEffect, useRef, useState } from 'react';
import type { HelpExtension, MountPoint } from '../../../public/platform/types';
import { useStore } from './store';
import type { Store } from './store';

/** The platform's help menu: what the open application has in it. */
export function HelpMenu({ help }: { help: Store<HelpExtension | undefined> }) {
  const [isOpen, setOpen] = useState(false);
  const extension = useStore(help);
  return (
    <EuiPopover
      aria-label="Help"
      button={
        <EuiHeaderSectionItemButton
          aria-label="Help menu"
          aria-expanded={isOpen}
          data-test-subj="helpMenu"
          onClick={() => setOpen(!isOpen)}
        >
          <EuiIcon type="questionInCircle" size="m" />
        </EuiHeaderSectionItemButton>
      }
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      panelPaddingSize="s"
    >
      <EuiPopoverTitle>Help</EuiPopoverTitle>
      <div className="hostHelp">{extension && <Extension {...extension} />}</div>
    </EuiPopover>
  );
}

function Extension({ appName, links = [], content }: HelpExtension) {
  return (
    <>
      <EuiTitle size="xxs">
        <h3>{appName}</h3>
      </EuiTitle>
      {links.map(({ href }) => (
        <EuiButtonEmpty key={href} href={href} target="_blank" size="xs" flush="left">
          Documentation
        </EuiButtonEmpty>
      ))}
      {content && <Content mount={content} />}
    </>
  );
}

function Content({ mount }: { mount: MountPoint }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (element.current ? mount(element.current) : undefined), [mount]);
  return <div ref={element} />;
}
