import type { Model } from '../../../common/models/model';
import { csvText } from '../../components/download';
import type { ConnectorEnd } from '../dialog_state';
import { undeployedByRun } from './run';
import type { ModelProgress, RunModel, RunState } from './run';
import type { Excluded } from './bulk_state';

/** What became of one model, as a file or a script takes it. */
export interface ResultRow {
  model_id: string;
  name: string;
  version: string;
  model_group_id: string;
  model_group: string;
  /** `left_out` of the run, or what became of the model in it. */
  result: ModelProgress['kind'] | 'left_out';
  /** Why it was not deleted, or what else came of it, for code. */
  reason: string;
  /** `deleted` with its last version, or `kept`; empty where the model was not deleted here. */
  model_group_result: string;
  /** Of the cluster, where it sent one; else of the server. */
  message: string;
  /** ISO 8601; empty where the model was not tried. */
  ended_at: string;
  /** The connector that was to go with it; empty where none was. */
  connector_id: string;
  /** `deleted`, `gone`, `kept` or `unknown`; empty where none was to go. */
  connector_result: string;
}

type What = Pick<
  ResultRow,
  'reason' | 'model_group_result' | 'connector_id' | 'connector_result' | 'message'
>;
const NOTHING: What = {
  ...{ reason: '', model_group_result: '', message: '' },
  ...{ connector_id: '', connector_result: '' },
};

function whatOf(progress: ModelProgress): What {
  switch (progress.kind) {
    case 'deleted': {
      const { model_group: group, versions_without_group: left } = progress.answer;
      return {
        ...NOTHING,
        reason: left ? `versions_without_group: ${left.join(' ')}` : '',
        model_group_result: group,
        ...(progress.connector && whatOfConnector(progress.connector)),
      };
    }
    case 'gone':
      return { ...NOTHING, message: progress.message };
    case 'stopped':
      return { ...NOTHING, reason: progress.reason, message: progress.message };
    case 'half_deleted':
    case 'failed':
    case 'unknown':
      return { ...NOTHING, reason: progress.error.reason, message: progress.error.displayMessage };
    case 'skipped':
      return { ...NOTHING, reason: waitsFor(progress.modelIds) };
    case 'waiting':
    case 'deleting':
    case 'not_started':
      return NOTHING;
  }
}

function whatOfConnector(end: ConnectorEnd): Partial<What> {
  const what = { connector_id: end.id, connector_result: end.kind };
  if (end.kind === 'gone') return what;
  if (end.kind !== 'deleted') return { ...what, message: end.error.displayMessage };
  const left = end.answer.models_without_connector;
  return { ...what, ...(left && { reason: `models_without_connector: ${left.join(' ')}` }) };
}

function waitsFor(modelIds: readonly string[]): string {
  return `user_stays: ${modelIds.join(' ')}`;
}

function whyLeftOut(excluded: Excluded): What {
  switch (excluded.why) {
    case 'not_reviewed': {
      const { reason, message, cluster_message: clusterMessage = message } = excluded.error;
      return { ...NOTHING, reason, message: clusterMessage };
    }
    case 'refused':
      return { ...NOTHING, reason: 'refused' };
    case 'cycle':
      return { ...NOTHING, reason: `cycle: ${excluded.modelIds.join(' ')}` };
    case 'user_stays':
      return { ...NOTHING, reason: waitsFor(excluded.modelIds) };
    case 'not_accepted':
      return { ...NOTHING, reason: `not_accepted: ${excluded.conditions.join(' ')}` };
  }
}

function namesOf({ id, name, version, model_group: group }: Model) {
  return {
    model_id: id,
    name,
    version,
    model_group_id: group?.id ?? '',
    model_group: group?.name ?? '',
  };
}

const UNDEPLOYED = { yes: 'undeployed', maybe: 'maybe_undeployed' } as const;

function rowOfRun(one: RunModel): ResultRow {
  const { planned, progress, endedAt } = one;
  const undeployed = undeployedByRun(one);
  return {
    ...namesOf(planned.shown.model),
    result: progress.kind,
    ...whatOf(progress),
    ...(undeployed !== 'no' && { reason: `${whatOf(progress).reason}: ${UNDEPLOYED[undeployed]}` }),
    ended_at: endedAt === null ? '' : new Date(endedAt).toISOString(),
  };
}

function rowOfExcluded(excluded: Excluded): ResultRow {
  const names =
    excluded.why === 'not_reviewed'
      ? { ...NO_NAMES, model_id: excluded.error.model_id }
      : namesOf(excluded.shown.model);
  return { ...names, result: 'left_out', ...whyLeftOut(excluded), ended_at: '' };
}

const NO_NAMES = { model_id: '', name: '', version: '', model_group_id: '', model_group: '' };

/** One row for each model that was selected: those of the run in its order, then the others. */
export function resultRows({ models }: RunState, excluded: readonly Excluded[]): ResultRow[] {
  return [...models.map(rowOfRun), ...excluded.map(rowOfExcluded)];
}

const COLUMNS = [
  'model_id',
  'name',
  'version',
  'model_group_id',
  'model_group',
  'result',
  'reason',
  'model_group_result',
  'message',
  'ended_at',
  'connector_id',
  'connector_result',
] as const satisfies ReadonlyArray<keyof ResultRow>;

/** The rows as CSV under a line of names, ids included; JSON has them as they are. */
export function toCsv(rows: readonly ResultRow[]): string {
  return csvText(COLUMNS, rows);
}

/** The rows as JSON. */
export function toJson(rows: readonly ResultRow[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}
