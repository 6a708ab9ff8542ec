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

/** All context management templates (3.4 and later). @throws ClusterError */
export async function readContextTemplates(cluster: Cluster): Promise<StoredDocument[]> {
  const found = new Map<string, StoredDocument>();
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
    for (const template of page.map(named)) found.set(template.id, template);
    if (page.length < PAGE_SIZE) return [...found.values()];
  }
}
