import React, { useLayoutEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { MountPoint, SetMountPoint } from '../platform/types';
import { useServices } from '../services/services';
import type { PlatformHeader } from '../services/services';

interface PageHeaderProps {
  /** As the last breadcrumb has it, which the platform's header takes. */
  title: string;
  /** What state that which the page shows is in. */
  badge?: ReactElement;
  /** What else distinguishes it from others. */
  facts?: ReactElement[];
  actions: ReactElement;
  /** Beside the actions: what the words of the page mean. */
  help: ReactElement;
}

/** A page's header: in the platform's, which draws the title itself, or else on the page. */
export function PageHeader({ title, badge, facts = [], actions: ofPage, help }: PageHeaderProps) {
  const { header } = useServices();
  const actions = (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>{help}</EuiFlexItem>
      <EuiFlexItem grow={false}>{ofPage}</EuiFlexItem>
    </EuiFlexGroup>
  );
  if (!header) {
    return <OwnHeader title={title} facts={badge ? [badge, ...facts] : facts} actions={actions} />;
  }
  const { HeaderControl, badge: beside, description, right } = header;
  return (
    <>
      {badge && (
        <InPlatformHeader HeaderControl={HeaderControl} place={beside}>
          {badge}
        </InPlatformHeader>
      )}
      {facts.length > 0 && (
        <InPlatformHeader HeaderControl={HeaderControl} place={description}>
          <FactsLine facts={facts} />
        </InPlatformHeader>
      )}
      <InPlatformHeader HeaderControl={HeaderControl} place={right}>
        {actions}
      </InPlatformHeader>
    </>
  );
}

interface OwnHeaderProps {
  title: string;
  facts: ReactElement[];
  actions: ReactElement;
}

/** The header on the page itself, with the room under it. */
function OwnHeader({ title, facts, actions }: OwnHeaderProps) {
  const hasFacts = facts.length > 0;
  return (
    <>
      <EuiFlexGroup
        alignItems={hasFacts ? 'flexStart' : 'center'}
        justifyContent="spaceBetween"
        gutterSize="m"
        responsive={hasFacts}
      >
        <EuiFlexItem>
          <EuiTitle size="m">
            <h1 className="eui-textBreakWord">{title}</h1>
          </EuiTitle>
          {hasFacts && (
            <>
              <EuiSpacer size="s" />
              <FactsLine facts={facts} />
            </>
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>{actions}</EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </>
  );
}

interface InPlatformHeaderProps extends Pick<PlatformHeader, 'HeaderControl'> {
  place: SetMountPoint;
  children: ReactElement;
}

/** Fills a place of the platform's header for as long as it is on the page. */
function InPlatformHeader({ HeaderControl, place, children }: InPlatformHeaderProps) {
  const [{ fill, release }] = useState(() => releasable(place));
  // before the next page fills it
  useLayoutEffect(() => release, [release]);
  return <HeaderControl setMountPoint={fill} controls={[{ renderComponent: children }]} />;
}

/**
 * Fills a place until it is released. The platform's component leaves its mount point there, and
 * its header keeps it, or the one before, for as long as the header lives (3.3.0): then it must
 * hold nothing of the page.
 */
function releasable(place: SetMountPoint) {
  let filled: Array<{ mount?: MountPoint; unmount?: () => void }> = [];
  return {
    fill(mount: MountPoint | undefined) {
      if (!mount) return place(undefined);
      const held: (typeof filled)[number] = { mount };
      filled.push(held);
      place((element) => {
        held.unmount = held.mount?.(element);
        return () => held.unmount?.();
      });
    },
    release() {
      place(undefined);
      for (const held of filled) {
        delete held.mount;
        delete held.unmount;
      }
      filled = [];
    },
  };
}

/** Short facts in one line, or in more where there is no room. */
function FactsLine({ facts }: { facts: ReactElement[] }) {
  return (
    <EuiText size="s">
      <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
        {facts.map((fact, at) => (
          <EuiFlexItem grow={false} key={at}>
            {fact}
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </EuiText>
  );
}
