import React from 'react';
import type { ReactElement } from 'react';
import { useServices } from '../../services';
import { FactsLine } from './facts_line';
import { InPlatformHeader } from './in_platform_header';
import { OwnHeader } from './own_header';

interface Props {
  /** As the last breadcrumb has it, which the platform's header takes. */
  title: string;
  /** What state that which the page shows is in. */
  badge?: ReactElement;
  /** What else tells it from others. */
  facts?: ReactElement[];
  actions: ReactElement;
}

/** A page's header: in the platform's, which draws the title itself, or else on the page. */
export function PageHeader({ title, badge, facts = [], actions }: Props) {
  const { header } = useServices();
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
