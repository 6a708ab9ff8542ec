import type { Graph, GraphEdge, GraphNode } from '../../../common/dependents/graph';
import { nodeKey } from '../../../common/dependents/kinds';
import { ENFORCEMENTS, notChecked } from '../../../common/dependents/verdict';
import { hasAllTerms, splitTerms } from '../../../common/models/listing';
import { csvText } from '../../components/download';
import { capitalized, kindLabel, kindName, kindPlural } from '../../labels/dependent_labels';
import { effectOf, reachOf } from './graph_view';

/** What a row says of a delete: what it does, that nobody knows, or that nothing happens. */
export const ROW_EFFECTS = [...ENFORCEMENTS, 'unchecked', 'needs'] as const;
export type RowEffect = (typeof ROW_EFFECTS)[number];

/** One reference of a map in words. */
export interface TableRow {
  /** Of the node of the map. */
  key: string;
  kind: string;
  kindText: string;
  id: string;
  name: string;
  /** What it calls for; empty where the model needs it. */
  uses: string;
  path: string;
  effect: RowEffect;
  /** Whether nothing has the id. */
  missing: boolean;
  /** Why it could not be read, in the cluster's words. */
  notRead: string;
}

type NodesByKey = ReadonlyMap<string, GraphNode>;

function rowOf(node: GraphNode, key: string): Omit<TableRow, 'uses' | 'path' | 'effect'> {
  const { kind, id, name, missing = false, not_read: notRead = '' } = node;
  return { key, kind, kindText: kindLabel(kind), id, name, missing, notRead };
}

function usesText(nodes: NodesByKey, { to }: GraphEdge): string {
  const used = nodes.get(to);
  return used ? `${kindName(used.kind)} ${used.name}` : '';
}

/**
 * All that a map shows in words, a row for each reference: what a delete reaches, the strongest
 * first and the nearest before what is affected through them, what was not checked, and what the
 * model needs.
 */
export function tableRows(graph: Graph, modelId: string): TableRow[] {
  const nodes = new Map(graph.nodes.map((node) => [nodeKey(node), node]));
  const reach = reachOf(graph, modelId);
  const row = (key: string, edge: GraphEdge, effect: RowEffect, uses: string): TableRow[] => {
    const node = nodes.get(key);
    return node ? [{ ...rowOf(node, key), uses, path: edge.path, effect }] : [];
  };
  const reached = reach.edges.flatMap((edge) =>
    row(edge.from, edge, effectOf(reach, edge), usesText(nodes, edge))
  );
  const needed = reach.needs.flatMap((edge) => row(edge.to, edge, 'needs', ''));
  const unchecked = notChecked(graph.coverage).map(({ source, detail = '' }) => ({
    key: `unchecked/${source}`,
    kind: source,
    kindText: capitalized(kindPlural(source)),
    id: '',
    name: '',
    uses: '',
    path: '',
    effect: 'unchecked' as const,
    missing: false,
    notRead: detail,
  }));
  const rank = ({ key, effect }: TableRow) =>
    (reach.depths.get(key) ?? 0) * 10 + ROW_EFFECTS.indexOf(effect);
  return [...[...reached].sort((a, b) => rank(a) - rank(b)), ...unchecked, ...needed];
}

/** Whether all words of a search are in a row, in any case. */
export function matchingRows(rows: readonly TableRow[], search: string): TableRow[] {
  const terms = splitTerms(search);
  return rows.filter(({ kindText, id, name, uses, path }) =>
    hasAllTerms(`${kindText}\n${id}\n${name}\n${uses}\n${path}`, terms)
  );
}

const COLUMNS = ['kind', 'id', 'name', 'uses', 'path', 'effect', 'missing', 'not_read'] as const;

/** The rows as CSV, as the table has them; a cell is never a formula. */
export function tableCsv(rows: readonly TableRow[]): string {
  return csvText(
    COLUMNS,
    rows.map(({ kind, id, name, uses, path, effect, missing, notRead }) => ({
      kind,
      id,
      name,
      uses,
      path,
      effect,
      missing: String(missing),
      not_read: notRead,
    }))
  );
}

/** `map-minilm-l6.svg`: names of models may have what files' names may not. */
export function fileName(what: string, modelName: string, ending: string): string {
  return `${what}-${modelName.replace(/[^\w.-]+/g, '_')}.${ending}`;
}
