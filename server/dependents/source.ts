import type { DependentKind } from '../../common/dependents/kinds';
import type { Cluster } from '../cluster/cluster';
import type { JsonRecord, Reader, StoredDocument } from '../cluster/json';
import type { Limits } from '../cluster/limits';
import type { Call } from './resource_calls';
import { nearestKey } from './json_path';
import type { JsonPath } from './json_path';

/** Why a source that answered was read in part only, or not at all: as a coverage entry has it. */
export interface Gap {
  state: 'partial' | 'off';
  detail: string;
}

/** One kind of resource: how it is read, and what its places mean. */
export interface Source {
  kind: DependentKind;
  /**
   * Hands out all resources of the kind that the user may read and that may matter to the reader.
   * Where a part of them can't be read, the others may have been handed out; a gap says that there
   * may be others, also where the limits let the cluster leave out some. @throws ClusterError
   */
  read(cluster: Cluster, reader: Reader, limits: Promise<Limits>): Promise<Gap | void>;
  /**
   * One of them as it is now, null where it is gone: where `read` finds what changed only a moment
   * later, in every release. @throws ClusterError
   */
  readNow?(cluster: Cluster, id: string): Promise<StoredDocument | null>;
  /** The system indexes that have them, where a setting can turn off the API that reads them. */
  storedIn?: readonly string[];
  /**
   * Whether ML Commons' own check finds an id at this place; it looks at few kinds only, and at
   * some places only with further plugins.
   */
  blocks?(place: JsonPath, plugins: ReadonlySet<string>): boolean;
  /** Whether that check finds it by its key alone where it is hardly a use of the model. */
  isFalsePositive?(place: JsonPath): boolean;
  /** Whether a model's id is what belongs at this place; `holder` has the string as a member. */
  expectsModelId(place: JsonPath, holder?: JsonRecord): boolean;
  /** Whether an id that ML Commons made is no certain use of the model at this place either. */
  isDoubtful?(place: JsonPath, holder?: JsonRecord): boolean;
  /** Whether what is at this place is never a model's id of ML Commons. */
  ignores?(place: JsonPath, holder?: JsonRecord): boolean;
  /** Whether agents and pipelines may be called for anywhere in it. */
  callsAnywhere?: boolean;
  /** The calls for other resources that are at places of their own. */
  calls?(definition: JsonRecord): Call[];
  /** The other names under which it is called for. */
  aliases?(definition: JsonRecord): string[];
}

/**
 * Keys by which processors, tools and agents call for a model: `model_id`, `llm_id`, `x_model_id`.
 */
const MODEL_ID_KEY = /(^|_)(model|llm)_id$/;

/** Whether the key that a place is under calls for a model. */
export function underModelIdKey(place: JsonPath): boolean {
  const key = nearestKey(place);
  return key !== undefined && MODEL_ID_KEY.test(key);
}

/** A semantic field calls for its models by `model_id` and `search_model_id` (neural-search). */
export function isOfSemanticField(place: JsonPath, holder?: JsonRecord): boolean {
  return holder?.type === 'semantic' && underModelIdKey(place);
}

/** The model of a vector field is one that k-NN has trained itself, no model of ML Commons. */
export function isOfVectorField(place: JsonPath, holder?: JsonRecord): boolean {
  return holder?.type === 'knn_vector' && nearestKey(place) === 'model_id';
}

/** Whether a field of a type that we know nothing of has a model's id under such a key. */
export function isOfUnknownField(place: JsonPath, holder?: JsonRecord): boolean {
  return typeof holder?.type === 'string' && holder.type !== 'semantic' && underModelIdKey(place);
}
