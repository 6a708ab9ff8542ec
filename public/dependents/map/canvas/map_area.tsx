import React, { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { EuiPanel, EuiScreenReaderOnly, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';

interface Props {
  modelName: string;
  children: ReactNode;
  onKeyDown(event: KeyboardEvent): void;
}

/** Where the map is drawn: as high as leaves room for what stands around it. */
const HEIGHT = { height: 'clamp(380px, calc(100vh - 440px), 960px)' };
const FILL = { height: '100%' };

/** The map's place on the page, with how it is used by keys, and where its words are. */
export function MapArea({ modelName, children, onKeyDown }: Props) {
  const [helpId] = useState(htmlIdGenerator('dependencyMap'));
  return (
    <EuiPanel paddingSize="none" hasBorder hasShadow={false} style={HEIGHT}>
      <EuiScreenReaderOnly>
        <p id={helpId}>
          {i18n.translate('mlModels.map.help', {
            defaultMessage:
              'Arrow keys go from one to the next, Enter opens it, Home leads to the model. Plus and minus zoom, 0 shows all. The table below says the same.',
          })}
        </p>
      </EuiScreenReaderOnly>
      <div
        role="group"
        aria-label={i18n.translate('mlModels.map.label', {
          defaultMessage: 'Map of what {name} needs and what uses it',
          values: { name: modelName },
        })}
        aria-describedby={helpId}
        data-test-subj="dependencyMap"
        style={FILL}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </EuiPanel>
  );
}
