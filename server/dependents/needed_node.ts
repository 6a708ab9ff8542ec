import type { GraphNode } from '../../common/dependents';
import type { StoredDocument } from '../cluster';
import { ClusterError } from '../cluster';

/**
 * The node of something that a model needs. Where that is gone, or can't be read, it goes by its
 * id, and the node says which of the two it is.
 */
export async function readNeededNode(
  { kind, id }: Pick<GraphNode, 'kind' | 'id'>,
  read: () => Promise<StoredDocument>
): Promise<GraphNode> {
  try {
    const { name } = (await read()).source;
    return { kind, id, name: typeof name === 'string' && name !== '' ? name : id };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    const why = error.kind === 'not_found' ? { missing: true } : { not_read: error.message };
    return { kind, id, name: id, ...why };
  }
}
