import type { Dependent } from '../../common/dependents';
import type { Cluster, StoredDocument } from '../cluster';
import { collected, readModels } from '../cluster';
import { findDependents } from './find_dependents';
import { mayBeMissing } from './missing_models';
import { readSources, type SourceReading } from './read_sources';
import { generatedOf, oneOf } from './sought';
import { SOURCES } from './sources';

/** Every reference to a model in the cluster, also where there is no such model. */
export interface AllReferences {
  /** The models that the user may see. */
  documents: StoredDocument[];
  readings: SourceReading[];
  dependents: Map<string, Dependent[]>;
  /** The ids that stand in dependents and that none of these models has. */
  unknown: string[];
}

/** @throws ClusterError where the models themselves can't be read */
export async function readAllReferences(cluster: Cluster): Promise<AllReferences> {
  // as in the list, never an API first that the cluster may lack
  const documents = await collected((take) => readModels(cluster, take));
  const ids = documents.map(({ id }) => id);
  const isKnown = oneOf(ids);
  const readings = await readSources(cluster, SOURCES, {
    isModelId: (text, at, source) => isKnown(text) || mayBeMissing(text, at, source),
    isMentioned: generatedOf(ids),
  });
  const dependents = findDependents(readings);
  const unknown = [...dependents.keys()].filter((id) => !isKnown(id));
  return { documents, readings, dependents, unknown };
}
