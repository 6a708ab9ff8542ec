import { startOpenSearch, type EmbeddedVersion } from '../../workbench/opensearch';
import { startParts } from './start_parts';

const say = (line: string) => console.log(line);

/** The version to test on: `TEST_OPENSEARCH_VERSION`, else the newest that this machine can run. */
export function wantedVersion(): EmbeddedVersion | undefined {
  const version = process.env.TEST_OPENSEARCH_VERSION;
  if (version === undefined || version === '3.6.0' || version === '2.19.6') return version;
  throw new Error(`There is no embedded OpenSearch ${version}.`);
}

/** Starts all that the tests need, before the first of them. */
export default function start(): Promise<void> {
  return startParts(
    startOpenSearch({ version: wantedVersion(), instance: 'test', fresh: true, say }),
    say
  );
}
