import { Client } from '@opensearch-project/opensearch';
import { type Cluster, clusterOf } from '../../server/cluster/cluster';
import { reviewModel } from '../../server/dependents/review_model';
import { listModels } from '../../server/models/list_models';
import { readAndParse, readOnly, replay } from './bare_client';
import type { RecordedRequest } from './recording';

/** Something that is measured, each in a process of its own. */
export type Work =
  | { kind: 'review'; modelId: string }
  | { kind: 'list' }
  | { kind: 'raw_reads'; requests: RecordedRequest[] }
  | { kind: 'parsed_reads'; requests: RecordedRequest[] }
  | { kind: 'refusal'; modelId: string };

/** The first page of the list, as it opens. */
export async function list(cluster: Cluster): Promise<unknown> {
  const query = { sort_field: 'name', sort_order: 'asc', from: 0, size: 25 } as const;
  return listModels(cluster, query);
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

/** What a piece of work does, ready to be done over and over. */
export function workOn(opensearchUrl: string, work: Work): () => Promise<unknown> {
  const url = new URL(opensearchUrl);
  const cluster = clusterOf(new Client({ node: opensearchUrl }));
  switch (work.kind) {
    case 'review':
      return () => review(cluster, work.modelId);
    case 'list':
      return () => list(cluster);
    case 'raw_reads':
      return () => replay(url, work.requests, readOnly);
    case 'parsed_reads':
      return () => replay(url, work.requests, readAndParse);
    case 'refusal':
      return () => refusal(url, work.modelId);
  }
}
