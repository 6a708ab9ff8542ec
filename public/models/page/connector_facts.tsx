import React from 'react';
import { EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Definition, useDefinition } from '../../dependents';

/** The connector through which the model is called, without its credential. */
export function ConnectorFacts({ connectorId }: { connectorId: string }) {
  const { data } = useDefinition('connector', connectorId);
  const { name } = data?.definition ?? {};
  return (
    <EuiPanel hasBorder hasShadow={false}>
      <EuiTitle size="xs">
        <h2 className="eui-textBreakWord">
          {i18n.translate('mlModels.overview.connector', {
            defaultMessage: 'Connector {name}',
            values: { name: typeof name === 'string' ? `“${name}”` : '' },
          })}
        </h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p className="eui-textBreakWord">
          {i18n.translate('mlModels.overview.connectorNote', {
            defaultMessage: '{connectorId} · without credentials and values of headers',
            values: { connectorId },
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <Definition kind="connector" id={connectorId} />
    </EuiPanel>
  );
}
