import React, { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import {
  EuiButtonIcon,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiPanel,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';

interface Props {
  /** Another one gets the focus. */
  subject: string;
  icon: string;
  title: string;
  /** Under the title. */
  subtitle: string;
  children: ReactNode;
  onClose(): void;
}

/** What is beside the map about one node: it has the focus once it opens, Escape closes it. */
export function SidePanel({ subject, icon, title, subtitle, children, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [subject]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // a dialog that the map is in stays open
    event.stopPropagation();
    onClose();
  };
  return (
    <EuiPanel
      hasBorder
      hasShadow={false}
      paddingSize="m"
      onKeyDown={onKeyDown}
      data-test-subj="dependencyPanel"
    >
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexStart">
        <EuiFlexItem grow={false}>
          <EuiIcon type={icon} size="l" aria-hidden />
        </EuiFlexItem>
        <EuiFlexItem className="eui-textBreakWord">
          <EuiTitle size="xs">
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
          </EuiTitle>
          <EuiText size="s" color="subdued">
            {subtitle}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonIcon
            iconType="cross"
            color="text"
            onClick={onClose}
            data-test-subj="closeDependencyPanel"
            aria-label={i18n.translate('mlModels.map.panel.close', {
              defaultMessage: 'Close details of {name}',
              values: { name: title },
            })}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      {children}
    </EuiPanel>
  );
}
