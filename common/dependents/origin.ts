import { isGeneratedId } from '../models/generated_id';
import type { Review } from './review';
import { isSureUse } from './verdict';

/** What has made a model, and would miss it or make it again. */
export interface Origin {
  kind: 'workflow' | 'agent';
  id: string;
  name: string;
}

/** Where a workflow notes what it has made (flow-framework's `resources_created`). */
const MADE = /^resources_created\[\d+\]/;
/** The name that ML Commons gives to the model of a unified agent (3.9). */
const OF_AGENT = /^Auto-generated model for /;
/** Where that agent has it. */
const LLM = 'llm.model_id';

/**
 * The dependents that had the model's ID before the model was registered: they were meant for another
 * one. Only an ID that a user has given can be given again (3.9).
 */
export function meantForAnother({ model, dependents }: Pick<Review, 'model' | 'dependents'>) {
  const { id, created_time: created } = model;
  if (created === null || isGeneratedId(id)) return [];
  return dependents.filter((one) => {
    const { last_updated_time: updated } = one;
    return updated !== undefined && updated < created && isSureUse(one);
  });
}

/** The name that ML Commons gives to the pipeline that a memory container embeds with (3.3). */
const OF_CONTAINER = /-memory-long-term-embedding$/;

/** The dependents that a memory container has made. Its delete leaves them (seen on 3.6.0). */
export function madeByContainers({ dependents }: Pick<Review, 'dependents'>) {
  const hasContainer = dependents.some(({ kind }) => kind === 'memory_container');
  return dependents.filter(
    ({ kind, id }) => hasContainer && kind === 'ingest_pipeline' && OF_CONTAINER.test(id)
  );
}

/** What has made a model, as far as its dependents say. */
export function originsOf({ model, dependents }: Pick<Review, 'model' | 'dependents'>): Origin[] {
  return dependents.flatMap(({ kind, id, name, references }): Origin[] => {
    const paths = references.map(({ path }) => path);
    if (kind === 'workflow' && paths.some((path) => MADE.test(path))) return [{ kind, id, name }];
    const isItsAgent = kind === 'agent' && OF_AGENT.test(model.name) && paths.includes(LLM);
    return isItsAgent ? [{ kind: 'agent', id, name }] : [];
  });
}
