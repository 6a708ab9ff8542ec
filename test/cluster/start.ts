import { startOpenSearch, type EmbeddedVersion } from '../../workbench/opensearch';
import { QUIET } from './quiet_node';
import { startParts } from './start_parts';

const say = (line: string) => console.log(line);

/** The version to test on: `TEST_OPENSEARCH_VERSION`, else the newest that this machine can run. */
export function wantedVersion(): EmbeddedVersion | undefined {
  const version = process.env.TEST_OPENSEARCH_VERSION;
  if (version === undefined || version === '3.6.0' || version === '2.19.6') return version;
  throw new Error(`There is no embedded OpenSearch ${version}.`);
}

/**
 * Starts all that the tests need, before the first of them. What runs beside others on the same
 * version has an instance of its own: `TEST_OPENSEARCH_INSTANCE`.
 */
export default function start(): Promise<void> {
  const instance = process.env.TEST_OPENSEARCH_INSTANCE ?? 'test';
  // tests name the node
  const settings = { ...QUIET, 'node.name': 'test' };
  const options = { version: wantedVersion(), instance, fresh: true, settings, say };
  return startParts(startOpenSearch(options), say);
}
