import type { Enforcement, SourceCoverage } from '../../../../common/dependents';
import type { Usage } from '../../../../common/models';

/** Where a node stands: what the model needs at -1, the model at 0, its dependents at 1, and on. */
interface Placed {
  key: string;
  depth: number;
}

/** One resource of the cluster. */
export interface ResourceNode extends Placed {
  type: 'resource';
  kind: string;
  id: string;
  name: string;
  /** What a delete of the model does to it; null for the model and what that needs. */
  enforcement: Enforcement | null;
  missing: boolean;
  /** Why it could not be read, in the cluster's words. */
  notRead?: string;
}

/** All resources of a kind at one depth, as one node or as a frame around them. */
export interface KindNode extends Placed {
  type: 'kind';
  kind: string;
  usage: Usage;
  count: number;
  isOpen: boolean;
}

/** Resources that could not be read, and of which some may use the model. */
export interface UncheckedNode extends Placed {
  type: 'unchecked';
  source: SourceCoverage;
}

export type MapNode = ResourceNode | KindNode | UncheckedNode;

/** How a line is drawn: what a delete does to the node at its right, or that the model needs it. */
export type LineStyle = Enforcement | 'needs';

/** A line from what is used, on the left, to what uses it. */
export interface MapEdge {
  key: string;
  from: string;
  to: string;
  line: LineStyle;
}

/** What a map shows of a graph. */
export interface Picture {
  /** Those that stand by themselves, frames included. */
  nodes: MapNode[];
  edges: MapEdge[];
  /** The nodes in each open frame, by the frame's key. */
  members: ReadonlyMap<string, ResourceNode[]>;
  /** The lines of nodes that stand in a frame: drawn for the one that is chosen. */
  memberEdges: MapEdge[];
}
