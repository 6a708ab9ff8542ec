import { Client, errors } from '@opensearch-project/opensearch';
import { aboutSchema } from '../opensearch';
import type { Environment } from './environment';

/**
 * Makes sure that there is a cluster at the address, which the environment's `variable` gave.
 * @throws an Error that says what is wrong with it
 */
export async function ensureCluster(
  url: string,
  { username, password, ca }: Environment,
  variable = 'OPENSEARCH_URL'
): Promise<void> {
  const client = new Client({
    node: url,
    maxRetries: 0,
    requestTimeout: 10_000,
    ...(username ? { auth: { username, password: password ?? '' } } : {}),
    ...(ca ? { ssl: { ca } } : {}),
  });
  try {
    const { body } = await client.transport.request({ method: 'GET', path: '/' });
    if (!aboutSchema.safeParse(body).success) {
      throw new Error(`What answers at ${url} is not OpenSearch`);
    }
  } catch (error) {
    if (!(error instanceof errors.OpenSearchClientError)) throw error;
    if (!(error instanceof errors.ResponseError)) {
      throw new Error(`OpenSearch can't be reached at ${url} (${variable}): ${error.message}`);
    }
    // Without a user of its own the workbench passes on those of its visitors.
    if (error.statusCode === 401 && username) {
      throw new Error(`OpenSearch at ${url} refuses the user "${username}" (OPENSEARCH_USERNAME)`);
    }
    if (error.statusCode !== 401 && error.statusCode !== 403) {
      throw new Error(`OpenSearch at ${url} answers ${error.statusCode}: ${error.message}`);
    }
  } finally {
    await client.close();
  }
}
