import { DEPENDENT_KINDS } from './dependent_kind';

/** The kinds of resource that stand in a graph: dependents, what they go by, what a model needs. */
export const NODE_KINDS = [...DEPENDENT_KINDS, 'alias', 'connector', 'model_group'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];
