import React from 'react';
import {
  EuiDescriptionList,
  EuiFlexGrid,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { GetModelAnswer } from '../../../common/models';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { ConnectorFacts } from './connector_facts';
import { whatItIs, whereItRuns, type Fact } from './facts';
import { GroupVersions } from './group_versions';
import { useModelNodes } from './use_model_nodes';

/** What the model is, where it runs, what it calls, and the other versions of its group. */
export function OverviewTab({ answer }: { answer: GetModelAnswer }) {
  const { model } = answer;
  const { data, error } = useModelNodes(model.id, {
    enabled: UNDEPLOY_FIRST_STATES.has(model.state),
  });
  const nodes = error ? null : data;
  return (
    <>
      <EuiFlexGrid columns={2} gutterSize="m">
        <EuiFlexItem>
          <Facts
            title={i18n.translate('mlModels.overview.what', { defaultMessage: 'What it is' })}
            facts={whatItIs(answer)}
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <Facts
            title={i18n.translate('mlModels.overview.where', { defaultMessage: 'Where it runs' })}
            facts={whereItRuns(answer, nodes)}
          />
        </EuiFlexItem>
      </EuiFlexGrid>
      {model.model_group && (
        <>
          <EuiSpacer size="m" />
          <GroupVersions model={model} group={model.model_group} />
        </>
      )}
      {model.connector_id !== undefined && (
        <>
          <EuiSpacer size="m" />
          <ConnectorFacts connectorId={model.connector_id} />
        </>
      )}
    </>
  );
}

function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <EuiPanel hasBorder hasShadow={false}>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="m" />
      <EuiDescriptionList
        type="column"
        compressed
        listItems={facts}
        className="eui-textBreakWord"
      />
    </EuiPanel>
  );
}
