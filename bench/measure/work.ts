import { Client } from '@opensearch-project/opensearch';
import { isApplicable } from '../../common/replacement/action';
import { type Cluster, clusterOf } from '../../server/cluster/cluster';
import type { JsonRecord } from '../../server/cluster/json';
import { reviewModel } from '../../server/dependents/review_model';
import { listModels } from '../../server/models/list_models';
import { readUsage } from '../../server/models/read_usage';
import { applyChange } from '../../server/replacement/apply_change';
import { planReplacement } from '../../server/replacement/plan_replacement';
import { readAndParse, readOnly, replay } from './bare_client';
import type { RecordedRequest } from './recording';

/** Something that is measured, each in a process of its own. */
export type Work =
  | { kind: 'review'; modelId: string }
  | { kind: 'list'; query: Partial<ListQuery> }
  | { kind: 'usage' }
  | { kind: 'plan'; modelId: string; replacementId: string }
  /** All changes of a replacement, one after the other: the next time back. */
  | { kind: 'changes'; modelId: string; replacementId: string }
  /** Each read and written as it is, one after the other. */
  | { kind: 'writes'; paths: string[] }
  /** The same so many times at once: until the last of them is done. */
  | { kind: 'at_once'; times: number; work: Work }
  | { kind: 'raw_reads'; requests: RecordedRequest[] }
  | { kind: 'parsed_reads'; requests: RecordedRequest[] }
  | { kind: 'refusal'; modelId: string };

export type ListQuery = Parameters<typeof listModels>[1];

/** A page of the list; the first one, as it opens, unless the query says another. */
export async function list(cluster: Cluster, query: Partial<ListQuery>): Promise<unknown> {
  const first = { sort_field: 'name', sort_order: 'asc', from: 0, size: 25 } as const;
  return listModels(cluster, { ...first, ...query });
}

/** A review of a model that every source could be read for. */
export async function review(cluster: Cluster, modelId: string): Promise<unknown> {
  const { coverage, dependents } = await reviewModel(cluster, modelId);
  if (coverage.some(({ state }) => state === 'failed')) {
    throw new Error(`A source was not read: ${JSON.stringify(coverage)}`);
  }
  return dependents;
}

/** A delete that ML Commons must refuse: never one that would go through. */
async function refusal(url: URL, modelId: string): Promise<void> {
  const path = `/_plugins/_ml/models/${modelId}`;
  let said = '';
  await replay(url, [{ method: 'DELETE', path, after: [] }], (parts) => {
    said = Buffer.concat(parts).toString();
  });
  if (!said.includes('still using this model')) throw new Error(`Not refused: ${said}`);
}

/** Replaces a model in all that uses it. @throws Error where something could not be changed */
async function replaceEverywhere(cluster: Cluster, modelId: string, replacementId: string) {
  const { changes } = await planReplacement(cluster, modelId, { replacementId });
  for (const { kind, id, action, fingerprint } of changes) {
    if (!isApplicable({ action })) throw new Error(`${kind} ${id} can't be changed: ${action}`);
    const body = { replacement_id: replacementId, kind, id, fingerprint };
    const request = { ...body, accept: ['mixed_vectors' as const] };
    await applyChange(cluster, modelId, { ...request, dry_run: true });
    await applyChange(cluster, modelId, request);
  }
}

/** Writes pipelines as they are: the least that a change of each could take. */
async function writeEach(cluster: Cluster, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = (await cluster.request({ method: 'GET', path })) as Record<string, JsonRecord>;
    const [body] = Object.values(answer);
    await cluster.request({ method: 'PUT', path, body });
  }
}

/** What a piece of work does, ready to be done over and over. */
export function workOn(opensearchUrl: string, work: Work): () => Promise<unknown> {
  const url = new URL(opensearchUrl);
  const cluster = clusterOf(new Client({ node: opensearchUrl }));
  switch (work.kind) {
    case 'review':
      return () => review(cluster, work.modelId);
    case 'list':
      return () => list(cluster, work.query);
    case 'usage':
      return () => readUsage(cluster);
    case 'plan': {
      const { modelId, replacementId } = work;
      return () => planReplacement(cluster, modelId, { replacementId });
    }
    case 'changes': {
      let [from, to] = [work.modelId, work.replacementId];
      return async () => {
        await replaceEverywhere(cluster, from, to);
        [from, to] = [to, from];
      };
    }
    case 'writes':
      return () => writeEach(cluster, work.paths);
    case 'at_once': {
      const run = workOn(opensearchUrl, work.work);
      return () => Promise.all(Array.from({ length: work.times }, run));
    }
    case 'raw_reads':
      return () => replay(url, work.requests, readOnly);
    case 'parsed_reads':
      return () => replay(url, work.requests, readAndParse);
    case 'refusal':
      return () => refusal(url, work.modelId);
  }
}
