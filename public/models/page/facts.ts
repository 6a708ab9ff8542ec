import { i18n } from '@osd/i18n';
import type { GetModelAnswer, HoldingNode } from '../../../common/models';
import { listWords } from '../../components/list_words';
import { timeInFull } from '../../components/time_words';
import { functionWords } from '../function_words';
import { nodeWords } from '../node_words';
import { stateWords } from '../state_words';

/** One thing known of a model, in words. */
export interface Fact {
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
export function whatItIs({ model, metadata }: GetModelAnswer): Fact[] {
  const config = metadata.model_config;
  const time = (at: number | null) => (at === null ? undefined : timeInFull(at));
  return facts([
    [
      i18n.translate('mlModels.fact.description', { defaultMessage: 'Description' }),
      model.description,
    ],
    [
      i18n.translate('mlModels.fact.function', { defaultMessage: 'Function' }),
      functionWords(model.function_name),
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
export function whereItRuns(
  { model, metadata }: GetModelAnswer,
  holding: readonly HoldingNode[] | null | undefined
): Fact[] {
  const { planning_worker_nodes: planned } = metadata;
  const known = new Set(holding?.map(({ id }) => id));
  const others = (Array.isArray(planned) ? planned.map(String) : []).filter((id) => !known.has(id));
  return facts([
    [i18n.translate('mlModels.fact.state', { defaultMessage: 'State' }), stateWords(model.state)],
    [
      i18n.translate('mlModels.fact.nodes', { defaultMessage: 'On nodes now' }),
      holdingWords(model.current_worker_node_count, holding),
    ],
    [
      holding
        ? i18n.translate('mlModels.fact.plannedToo', { defaultMessage: 'Planned on nodes, too' })
        : i18n.translate('mlModels.fact.planned', { defaultMessage: 'Planned on nodes' }),
      others.length > 0 ? listWords(others) : undefined,
    ],
  ]);
}

/** By name where they are known, else how many there are by the model's document. */
function holdingWords(
  count: number | undefined,
  holding: readonly HoldingNode[] | null | undefined
): string | undefined {
  if (holding && holding.length > 0) return listWords(holding.map(nodeWords));
  if (holding !== null) return count === undefined ? undefined : String(count);
  return i18n.translate('mlModels.fact.nodesUnknown', {
    defaultMessage: '{count, plural, =0 {} other {#: }}it could not be found out which',
    values: { count: count ?? 0 },
  });
}
