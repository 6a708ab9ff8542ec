import type { DependentKind } from '../../common/dependents/kinds';
import { setMcpServer, tell } from '../cluster/opensearch';
import type { PretendedApi } from '../cluster/wire';
import type { ModelPool } from '../conformance/model_pool';
import { remove } from '../conformance/raw';
import type { Made } from '../conformance/shape';
import {
  pretendedJudgment,
  pretendedMonitor,
  pretendedSearchConfiguration,
} from './pretended_plugins';
import { pretendedWorkflow } from './pretended_workflow';
import { shapesInUse } from './shapes_in_use';

/** The root agent of the assistant: the one ML config that a release of any age has. */
export const ML_CONFIG = 'os_chat';
const ML_CONFIG_PATH = `/.plugins-ml-config/_doc/${ML_CONFIG}`;

interface Use {
  kind: DependentKind;
  id: string;
}

/** A model that a dependent of every source uses. */
export interface UsedEverywhere {
  /** By which resources; the ML config is none of them, it names the agent. */
  uses: Use[];
  /** What the wire must answer for that. */
  pretended: PretendedApi[];
  remove(): Promise<void>;
}

/** Has a model used by one dependent of every source that the cluster has. */
export async function useEverywhere(modelId: string, pool: ModelPool): Promise<UsedEverywhere> {
  await setMcpServer(true);
  const made: Made[] = [];
  const uses: Use[] = [];
  for (const shape of shapesInUse()) {
    const one = await shape.make(modelId, pool);
    made.push(one);
    uses.push({ kind: shape.kind, id: one.id });
  }
  await tell('PUT', ML_CONFIG_PATH, {
    type: 'os_chat_root_agent',
    configuration: { agent_id: uses.find(({ kind }) => kind === 'agent')?.id },
  });
  const pretended = [
    { kind: 'workflow', ...pretendedWorkflow(modelId) },
    { kind: 'search_configuration', ...pretendedSearchConfiguration(modelId) },
    { kind: 'judgment', ...pretendedJudgment(modelId) },
    { kind: 'monitor', ...pretendedMonitor(modelId) },
  ] as const;
  return {
    uses: [...uses, ...pretended.map(({ kind, id }) => ({ kind, id }))],
    pretended: pretended.flatMap(({ apis }) => apis),
    async remove() {
      await remove(ML_CONFIG_PATH);
      for (const one of made.reverse()) await one.remove();
      await setMcpServer(null);
    },
  };
}
