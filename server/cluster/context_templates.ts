import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';
import type { StoredDocument } from './stored_document';

/** The most that one page can have (RestMLListContextManagementTemplatesAction). */
const PAGE_SIZE = 1_000;

function named(template: unknown): StoredDocument {
  if (isRecord(template) && typeof template.name === 'string') {
    return { id: template.name, source: template };
  }
  throw new ClusterError('malformed', 'A context management template has no name.');
}

/** All pages, one after the other. */
async function readPages(cluster: Pick<Cluster, 'request'>): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for (let from = 0; ; from += PAGE_SIZE) {
    let answer: unknown;
    try {
      answer = await cluster.request({
        method: 'GET',
        path: '/_plugins/_ml/context_management',
        query: { from: String(from), size: String(PAGE_SIZE) },
      });
    } catch (error) {
      if (isEmptyFeature(error)) return [];
      throw error;
    }
    const page = valueAt(answer, 'templates');
    if (!Array.isArray(page)) throw new ClusterError('malformed', 'The answer has no templates.');
    found.push(...page.map(named));
    if (page.length < PAGE_SIZE) return found;
  }
}

/** Whether two readings found the same in the same order, and nothing twice. */
function isSteady(first: readonly StoredDocument[], second: readonly StoredDocument[]): boolean {
  const ids = new Set(first.map(({ id }) => id));
  return (
    ids.size === first.length &&
    first.length === second.length &&
    first.every(({ id }, at) => id === second[at]?.id)
  );
}

/**
 * The context management templates (3.5 and later). ML Commons gives its pages no order: what moves
 * from one to another in between may be in neither. More than one page is read twice, and `whole`
 * says whether nothing has moved. @throws ClusterError
 */
export async function readContextTemplates(
  cluster: Pick<Cluster, 'request'>
): Promise<{ templates: StoredDocument[]; whole: boolean }> {
  const first = await readPages(cluster);
  if (first.length < PAGE_SIZE) return { templates: first, whole: true };
  const second = await readPages(cluster);
  const templates = new Map([...first, ...second].map((one) => [one.id, one]));
  return { templates: [...templates.values()], whole: isSteady(first, second) };
}
