import { z } from 'zod';
import type { Cluster } from './cluster';
import { sampleMemoryContainers } from './content/memory_containers';
import type { References } from './content/models';
import { listAll } from './listing';
import { isAtLeast } from './release';
import type { Progress } from './report';
import { holds } from './same_content';

/** Makes the memory containers that aren't there or name models that are gone. */
export async function loadMemoryContainers(
  cluster: Cluster,
  version: string,
  ids: References,
  progress: Progress
): Promise<void> {
  for (const [name, container] of Object.entries(sampleMemoryContainers)) {
    if (!isAtLeast(version, container.since)) {
      progress.skip('memory_container', name, `memory containers came with ${container.since}`);
      continue;
    }
    const there = await listAll(
      cluster,
      '/_plugins/_ml/memory_containers/_search',
      z.object({ name: z.string() }).loose(),
      ['*']
    );
    const wanted = container.body(ids);
    const found = there.find((one) => one.name === name);
    if (found && holds(found, wanted)) {
      progress.done('memory_container', name, 'there');
      continue;
    }
    if (found) {
      const path = `/_plugins/_ml/memory_containers/${found.id}?delete_all_memories=true`;
      await cluster.call(z.unknown(), 'DELETE', path);
    }
    const path = '/_plugins/_ml/memory_containers/_create';
    await cluster.call(z.unknown(), 'POST', path, { name, ...wanted });
    progress.done('memory_container', name, found ? 'renewed' : 'made');
  }
}
