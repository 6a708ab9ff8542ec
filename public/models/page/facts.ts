import { i18n } from '@osd/i18n';
import type { GetModelAnswer } from '../../../common/models';
import { listWords } from '../../components/list_words';
import { timeInFull } from '../../components/time_words';
import { functionWords } from '../function_words';
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

/** Where it runs: its state, how many nodes hold it, and which were planned. */
export function whereItRuns({ model, metadata }: GetModelAnswer): Fact[] {
  const { planning_worker_nodes: planned } = metadata;
  const nodes = Array.isArray(planned) ? planned.map(String) : [];
  const count = model.current_worker_node_count;
  return facts([
    [i18n.translate('mlModels.fact.state', { defaultMessage: 'State' }), stateWords(model.state)],
    [
      i18n.translate('mlModels.fact.nodes', { defaultMessage: 'On nodes now' }),
      count === undefined ? undefined : String(count),
    ],
    [
      i18n.translate('mlModels.fact.planned', { defaultMessage: 'Planned on nodes' }),
      nodes.length > 0 ? listWords(nodes) : undefined,
    ],
  ]);
}
