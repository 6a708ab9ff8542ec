import type { DependentKind } from '../../common/dependents/kinds';
import type { Enforcement } from '../../common/dependents/verdict';

/** A place and who minds it: `processors[0].text_embedding.model_id blocks`; `{id}` is the dependent's. */
export type ExpectedReference = `${string} ${Enforcement}`;

/** What the cluster has once a shape is made. */
export interface Made {
  /** The dependent's id, as a review names it. */
  id: string;
  /** Of the dependent that ML Commons makes along with it. */
  companionId?: string;
  remove(): Promise<void>;
}

/** Where shapes take further models from. */
export interface Models {
  /** Registers one more, which is removed with all the others. */
  register(fields?: Record<string, unknown>): Promise<string>;
  /** A model that no case is about. */
  spare(): Promise<string>;
}

/** One way in which a resource can hold a model's id. */
export interface Shape {
  id: string;
  kind: DependentKind;
  /** The first release that has it. */
  since?: string;
  references: readonly ExpectedReference[];
  companion?: { kind: DependentKind; references: readonly ExpectedReference[] };
  make(modelId: string, models: Models): Promise<Made>;
}

/** The same shape, for releases from this one on. */
export function since(release: string, shape: Shape): Shape {
  return { ...shape, since: release };
}
