import type { Graph } from '../../../common/dependents';

/** What the map is drawn from, and how it is told what is chosen on it. */
export interface MapProps {
  graph: Graph;
  modelId: string;
  modelName: string;
  /** The key of the node whose panel is open. */
  chosen: string | null;
  onChoose(key: string): void;
}
