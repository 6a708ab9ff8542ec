import { uniqueName } from '../cluster/fixtures';
import type { PretendedApi } from '../cluster/wire';
import { found } from './pretended_workflow';

/** A resource of a plugin that is not among the parts that tests run on. */
export interface PretendedResource {
  id: string;
  apis: PretendedApi[];
}

const RELEVANCE = '^/_plugins/_search_relevance';
const ALERTING = '^/_plugins/_alerting/monitors';

const neural = (modelId: string) => ({
  query: { neural: { vector: { query_text: '%SearchText%', model_id: modelId, k: 10 } } },
});

/** The plugins answer one by its id as they answer a search for it. */
function relevanceApis(path: string, id: string, source: object): PretendedApi[] {
  const answer = found(id, source);
  return [
    { path: `${RELEVANCE}/${path}/_search`, answer },
    { path: `${RELEVANCE}/${path}/${id}`, answer },
  ];
}

/** A search configuration that searches with a model, or by a search pipeline. */
export function pretendedSearchConfiguration(
  modelId: string,
  searchPipeline = ''
): PretendedResource {
  const id = uniqueName('configuration');
  const source = {
    id,
    name: id,
    timestamp: '2025-06-12T08:23:03.305Z',
    index: 'products',
    query: JSON.stringify(neural(modelId)),
    searchPipeline,
  };
  return { id, apis: relevanceApis('search_configurations', id, source) };
}

/** A judgment list that a model has made. */
export function pretendedJudgment(modelId: string): PretendedResource {
  const id = uniqueName('judgment');
  const source = {
    id,
    name: id,
    type: 'LLM_JUDGMENT',
    status: 'COMPLETED',
    metadata: { modelId, size: 5 },
  };
  return { id, apis: relevanceApis('judgments', id, source) };
}

/** A monitor that searches with a model. */
export function pretendedMonitor(modelId: string): PretendedResource {
  const id = uniqueName('monitor');
  const monitor = {
    type: 'monitor',
    name: id,
    monitor_type: 'query_level_monitor',
    enabled: true,
    enabled_time: 1,
    last_update_time: 1,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['products'], query: { size: 1, ...neural(modelId) } } }],
    triggers: [],
  };
  const one = { _id: id, _version: 1, _seq_no: 0, _primary_term: 1, monitor };
  return {
    id,
    apis: [
      { path: `${ALERTING}/_search`, answer: found(id, monitor) },
      { path: `${ALERTING}/${id}`, answer: { status: 200, body: JSON.stringify(one) } },
    ],
  };
}
