import { z } from 'zod';
import type { Cluster } from './cluster';
import { sampleAgents } from './content/agents';
import type { References } from './content/models';
import { listAll } from './listing';
import { isAtLeast } from './release';
import type { Progress } from './report';
import { holds } from './same_content';

const storedAgent = z
  .object({
    name: z.string(),
    parameters: z.object({ executor_agent_id: z.string().optional() }).loose().nullish(),
  })
  .loose();

/** Makes the agents that aren't there or name models and agents that are gone. */
export async function loadAgents(
  cluster: Cluster,
  version: string,
  models: Pick<References, 'model'>,
  progress: Progress
): Promise<void> {
  const there = await listAll(cluster, '/_plugins/_ml/agents/_search', storedAgent, ['*']);
  const ids = new Map<string, string>();
  const references: References = {
    model: models.model,
    agent(name) {
      const id = ids.get(name);
      if (id === undefined)
        throw new Error(`The sample data name agent "${name}" before it is made`);
      return id;
    },
  };
  for (const [name, agent] of Object.entries(sampleAgents)) {
    if (agent.since !== undefined && !isAtLeast(version, agent.since)) {
      progress.skip('agent', name, `its type came with ${agent.since}`);
      continue;
    }
    const wanted = agent.body(references);
    const found = there.find((one) => one.name === name);
    const executors = there.filter((one) => one.name === `${name} (ReAct)`);
    const executor = found?.parameters?.executor_agent_id;
    const complete = executor === undefined || executors.some((one) => one.id === executor);
    if (found && complete && holds(found, wanted)) {
      ids.set(name, found.id);
      progress.done('agent', name, 'there');
      continue;
    }
    // Not by an update: 2.19 has none, and later ones leave the agent's own executor as it was.
    for (const { id } of found ? [found, ...executors] : executors) {
      await cluster.call(z.unknown(), 'DELETE', `/_plugins/_ml/agents/${id}`);
    }
    const made = await cluster.call(
      z.object({ agent_id: z.string() }),
      'POST',
      '/_plugins/_ml/agents/_register',
      { name, ...wanted }
    );
    ids.set(name, made.agent_id);
    progress.done('agent', name, found ? 'renewed' : 'made');
  }
}
