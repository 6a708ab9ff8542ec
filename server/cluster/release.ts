import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { valueAt } from './json';

/** A release of OpenSearch, and so of ML Commons: its first two numbers. */
export interface Release {
  major: number;
  minor: number;
}

/** The cluster's release; null where it doesn't say. @throws what is no ClusterError */
export async function readRelease(cluster: Cluster): Promise<Release | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: '/' });
    const number = /^(\d+)\.(\d+)/.exec(String(valueAt(answer, 'version', 'number')));
    return number ? { major: Number(number[1]), minor: Number(number[2]) } : null;
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}
