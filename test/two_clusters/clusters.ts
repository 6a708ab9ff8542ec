import { environment, publishEnvironment } from '../cluster/environment';

const VARIABLE = 'ML_MODELS_TEST_CLUSTERS';

/** The second cluster, as the platform's menu has it. */
export const OTHER = { title: 'Other cluster', id: 'other-cluster' };

interface Clusters {
  urls: { local: string; other: string };
  /** The process of the other one's node. */
  otherPid: number;
}

export function publishClusters(clusters: Clusters): void {
  process.env[VARIABLE] = JSON.stringify(clusters);
}

function clusters(): Clusters {
  return JSON.parse(process.env[VARIABLE] ?? '') as Clusters;
}

/** Does something with what makes fixtures and asks OpenSearch, in one of the clusters. */
export async function within<T>(name: keyof Clusters['urls'], act: () => Promise<T>): Promise<T> {
  const before = environment();
  publishEnvironment({ ...before, opensearchUrl: clusters().urls[name] });
  try {
    return await act();
  } finally {
    publishEnvironment(before);
  }
}

/** The other cluster is gone, without a word. */
export function killOther(): void {
  process.kill(clusters().otherPid, 'SIGKILL');
}
