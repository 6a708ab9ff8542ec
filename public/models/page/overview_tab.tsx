import React from 'react';
import {
  EuiDescriptionList,
  EuiFlexGrid,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { GetModelAnswer } from '../../../common/contracts/models';
import type { ModelNode } from '../../../common/models/model';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { formatList } from '../../components/format_list';
import { timeInFull } from '../../components/time_ago';
import { Definition } from '../../dependents/map/node_panel';
import { functionLabel, nodeLabel, stateLabel } from '../../labels/model_labels';
import { useDefinition, useModelNodes } from '../../queries';
import { GroupVersions } from './group_versions';

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
            title={i18n.translate('mlModels.overview.what', { defaultMessage: 'Model' })}
            facts={whatItIs(answer)}
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <Facts
            title={i18n.translate('mlModels.overview.where', { defaultMessage: 'Deployment' })}
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

/** One thing known of a model, in words. */
interface Fact {
  title: string;
  description: string;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function facts(known: ReadonlyArray<readonly [string, string | undefined]>): Fact[] {
  return known.flatMap(([title, description]) =>
    description === undefined ? [] : [{ title, description }]
  );
}

/** What kind of model it is, as far as ML Commons keeps that. */
function whatItIs({ model, metadata }: GetModelAnswer): Fact[] {
  const config = metadata.model_config;
  const time = (at: number | null) => (at === null ? undefined : timeInFull(at));
  return facts([
    [
      i18n.translate('mlModels.fact.description', { defaultMessage: 'Description' }),
      model.description,
    ],
    [
      i18n.translate('mlModels.fact.function', { defaultMessage: 'Function' }),
      functionLabel(model.function_name),
    ],
    [
      i18n.translate('mlModels.fact.format', { defaultMessage: 'Format' }),
      text(metadata.model_format),
    ],
    [
      i18n.translate('mlModels.fact.type', { defaultMessage: 'Type' }),
      text((config as { model_type?: unknown })?.model_type),
    ],
    [
      i18n.translate('mlModels.fact.created', { defaultMessage: 'Created' }),
      time(model.created_time),
    ],
    [
      i18n.translate('mlModels.fact.changed', { defaultMessage: 'Changed' }),
      time(model.last_updated_time),
    ],
  ]);
}

/**
 * Where it runs: its state, the nodes that hold it, and those that were to and don't. `holding` is
 * null where that could not be found out, undefined as long as nobody knows.
 */
function whereItRuns(
  { model, metadata }: GetModelAnswer,
  holding: readonly ModelNode[] | null | undefined
): Fact[] {
  const { planning_worker_nodes: planned } = metadata;
  const known = new Set(holding?.map(({ id }) => id));
  const others = (Array.isArray(planned) ? planned.map(String) : []).filter((id) => !known.has(id));
  return facts([
    [i18n.translate('mlModels.fact.state', { defaultMessage: 'State' }), stateLabel(model.state)],
    [
      i18n.translate('mlModels.fact.nodes', { defaultMessage: 'Deployed on nodes' }),
      nodesText(model.current_worker_node_count, holding),
    ],
    [
      holding
        ? i18n.translate('mlModels.fact.plannedToo', { defaultMessage: 'Other planned nodes' })
        : i18n.translate('mlModels.fact.planned', { defaultMessage: 'Planned nodes' }),
      others.length > 0 ? formatList(others) : undefined,
    ],
  ]);
}

/** By name where they are known, else how many there are by the model's document. */
function nodesText(
  count: number | undefined,
  holding: readonly ModelNode[] | null | undefined
): string | undefined {
  if (holding && holding.length > 0) return formatList(holding.map(nodeLabel));
  if (holding !== null) return count === undefined ? undefined : String(count);
  return i18n.translate('mlModels.fact.nodesUnknown', {
    defaultMessage: '{count, plural, =0 {} other {#: }}couldn’t read their names',
    values: { count: count ?? 0 },
  });
}

/** The connector through which the model is called, without its credential. */
function ConnectorFacts({ connectorId }: { connectorId: string }) {
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
