import { z } from 'zod';
import type { Cluster } from './cluster';
import {
  sampleModelGroups,
  type ModelGroupName,
  type SampleModelGroup,
} from './content/model_groups';
import { listAll } from './listing';
import type { Progress } from './report';

/** The ids of the sample data's model groups, by name. */
export type ModelGroupIds = ReadonlyMap<ModelGroupName, string>;

/** Makes the model groups that aren't there. */
export async function loadModelGroups(
  cluster: Cluster,
  progress: Progress
): Promise<ModelGroupIds> {
  const there = await listAll(
    cluster,
    '/_plugins/_ml/model_groups/_search',
    z.object({ name: z.string() }),
    ['name']
  );
  const ids = new Map<ModelGroupName, string>();
  for (const [name, group] of groups()) {
    const found = there.find((one) => one.name === name);
    if (found) {
      ids.set(name, found.id);
      progress.done('model_group', name, 'there');
      continue;
    }
    const made = await cluster.call(
      z.object({ model_group_id: z.string() }),
      'POST',
      '/_plugins/_ml/model_groups/_register',
      { name, description: group.description }
    );
    ids.set(name, made.model_group_id);
    progress.done('model_group', name, 'made');
  }
  return ids;
}

function groups(): [ModelGroupName, SampleModelGroup][] {
  return Object.entries(sampleModelGroups) as [ModelGroupName, SampleModelGroup][];
}
