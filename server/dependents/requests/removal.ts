import type { DependentKind } from '../../../common/dependents';
import type { JsonRecord, Release } from '../../cluster';
import type { Place } from '../place';
import type { ConsoleRequest } from './console_text';

/** A dependent and the model that it is to let go of. */
export interface Dependence {
  kind: DependentKind;
  id: string;
  definition: JsonRecord;
  modelId: string;
  /** Of the cluster; null where it isn't known. */
  release: Release | null;
}

/** A dependence with every place where the id stands; there is at least one. */
export interface PlacedDependence extends Dependence {
  places: readonly Place[];
}

/** The request that takes a model's id out of a dependent, or why there is none. */
export type Removal = { request: ConsoleRequest } | { whyNot: string };
