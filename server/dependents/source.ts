import type { DependentKind } from '../../common/dependents';
import type { Cluster, JsonRecord } from '../cluster';
import type { Place } from './place';

/** A definition that can hold a model's id. */
export interface Resource {
  id: string;
  name: string;
  definition: JsonRecord;
}

/** One kind of resource: how it is read, and what its places mean. */
export interface Source {
  kind: DependentKind;
  /** All resources of the kind that the user may read. @throws ClusterError */
  read(cluster: Cluster): Promise<Resource[]>;
  /**
   * Whether ML Commons' own check finds an id at this place; it looks at few kinds only, and at
   * some places only with further plugins.
   */
  blocks?(place: Place, plugins: ReadonlySet<string>): boolean;
  /** Whether that check finds it by its key alone where it is hardly a use of the model. */
  isCoincidence?(place: Place): boolean;
  /** Whether a model's id is what belongs at this place. */
  expectsModelId(place: Place): boolean;
  /** Whether what stands at this place is never a model's id of ML Commons. */
  ignores?(place: Place): boolean;
}
