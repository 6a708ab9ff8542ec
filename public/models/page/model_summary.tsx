import React from 'react';
import { EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import moment from 'moment';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { GetModelAnswer } from '../../../common/contracts/models';
import type { Review } from '../../../common/dependents/review';
import type { ModelNode } from '../../../common/models/model';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import type { KnownModelState } from '../../../common/models/model_state';
import { formatList } from '../../components/format_list';
import { impactBehind } from '../../dependents/impact_summary';
import { stateLabel } from '../../labels/model_labels';
import { useModelNodes } from '../../queries';

interface ModelSummaryProps {
  answer: GetModelAnswer;
  /** Undefined while it isn't known. */
  review: Review | undefined;
  onShowDependents(): void;
}

/** One line for who runs the model: where it is deployed and since when, and by name what uses it. */
export function ModelSummary({ answer, review, onShowDependents }: ModelSummaryProps) {
  const { id, state } = answer.model;
  const nodes = useModelNodes(id, { enabled: UNDEPLOY_FIRST_STATES.has(state) });
  return (
    <>
      <EuiText size="s" data-test-subj="modelSummary">
        <p className="eui-textBreakWord">
          {deploymentText(answer, nodes.data ?? [])}
          {review && <Usage review={review} onShowDependents={onShowDependents} />}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
    </>
  );
}

/** So many names are in the line; the others are on the tab. */
const NAMED = 3;

interface UsageProps {
  review: Review;
  onShowDependents: ModelSummaryProps['onShowDependents'];
}

/** What uses the model itself, then what is affected through that. */
function Usage({ review: { dependents }, onShowDependents }: UsageProps) {
  if (dependents.length === 0) return null;
  const names = (all: ReadonlyArray<{ name: string }>) => ({
    names: formatList(all.slice(0, NAMED).map(({ name }) => name)),
    more: all.length > NAMED && (
      <>
        {' '}
        <EuiLink onClick={onShowDependents}>{moreText(all.length - NAMED)}</EuiLink>
      </>
    ),
  });
  const behind = impactBehind(dependents);
  return (
    <>
      {' · '}
      <FormattedMessage
        id="mlModels.modelPage.usedBy"
        defaultMessage="Used by {names}{more}"
        values={names(dependents)}
      />
      {behind.length > 0 && (
        <>
          {' · '}
          <FormattedMessage
            id="mlModels.modelPage.alsoAffected"
            defaultMessage="Also affected: {names}{more}"
            values={names(behind)}
          />
        </>
      )}
    </>
  );
}

function moreText(count: number): string {
  return i18n.translate('mlModels.modelPage.andMore', {
    defaultMessage: 'and {count} more',
    values: { count },
  });
}

/** States of a model that a deployment has reached: when is kept. */
const REACHED: ReadonlySet<string> = new Set([
  'DEPLOYED',
  'PARTIALLY_DEPLOYED',
  'LOADED',
  'PARTIALLY_LOADED',
] satisfies KnownModelState[]);

/**
 * Where a model is deployed, or since when it isn't, as far as ML Commons keeps that: when it was
 * last called is kept nowhere.
 */
function deploymentText({ model, metadata }: GetModelAnswer, nodes: readonly ModelNode[]): string {
  const { state, last_deployed_time: deployed } = model;
  if (!UNDEPLOY_FIRST_STATES.has(state)) return notDeployedText(deployed, metadata);
  const place = placeText(state, nodes, model.current_worker_node_count ?? 0);
  return deployed === null || !REACHED.has(state)
    ? place
    : i18n.translate('mlModels.modelPage.deployedSince', {
        defaultMessage: '{place} since {date}',
        values: { place, date: dateText(deployed) },
      });
}

/** Most undeploys leave the time of the last one as it was (seen on 3.6.0): then it is too old. */
function notDeployedText(
  deployed: number | null,
  { last_undeployed_time: undeployed }: GetModelAnswer['metadata']
): string {
  if (typeof undeployed === 'number' && undeployed >= (deployed ?? 0)) {
    return i18n.translate('mlModels.modelPage.notDeployedSince', {
      defaultMessage: 'Not deployed since {date}',
      values: { date: dateText(undeployed) },
    });
  }
  return deployed === null
    ? i18n.translate('mlModels.modelPage.notDeployed', { defaultMessage: 'Not deployed' })
    : i18n.translate('mlModels.modelPage.lastDeployed', {
        defaultMessage: 'Not deployed, last deployed {date}',
        values: { date: dateText(deployed) },
      });
}

/** "Deployed on node-1, node-2"; how many where they are many, or nobody knows their names. */
function placeText(state: string, nodes: readonly ModelNode[], count: number): string {
  const values = { state: stateLabel(state), count: nodes.length || count };
  if (nodes.length > 0 && nodes.length <= NAMED) {
    return i18n.translate('mlModels.modelPage.deployedOn', {
      defaultMessage: '{state} on {nodes}',
      values: { ...values, nodes: formatList(nodes.map(({ name }) => name)) },
    });
  }
  return values.count === 0
    ? values.state
    : i18n.translate('mlModels.modelPage.deployedOnCount', {
        defaultMessage: '{state} on {count, plural, one {# node} other {# nodes}}',
        values,
      });
}

function dateText(epochMs: number): string {
  return moment(epochMs).format('LL');
}
