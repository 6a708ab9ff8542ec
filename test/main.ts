import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provideVersions, type EmbeddedVersion } from '../workbench/opensearch';
import { ensureChromium } from './browser/chromium';
import { runChecks, type Check, type Lane, type Stage } from './run_checks';

/** What reads the code only, in whatever time the others leave it. */
const STATIC: Lane = [
  { name: 'types', command: ['tsc', '--noEmit'], canWait: true },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'], canWait: true },
  {
    name: 'format',
    command: ['prettier', '--check', '--log-level', 'warn', '.'],
    canWait: true,
  },
];

/** jest has its own workers for them. */
const UNIT: Check = { name: 'unit tests', command: ['jest'], counts: true };

const ON_CLUSTER = ['jest', '--config', 'test/jest.config.mjs'];

/** What the browser shows, once, on the newest. */
function inBrowser([newest]: readonly EmbeddedVersion[]): Check[] {
  if (newest === undefined) return [];
  return [
    {
      name: `browser tests on ${newest}`,
      command: [...ON_CLUSTER, 'test/browser'],
      environment: { TEST_OPENSEARCH_VERSION: newest, TEST_OPENSEARCH_INSTANCE: 'browser' },
      counts: true,
    },
  ];
}

/** What the cluster answers, and deletes that race with what is made meanwhile. */
function onNewest([newest]: readonly EmbeddedVersion[]): Check[] {
  if (newest === undefined) return [];
  return [
    {
      name: `integration tests, conformance, races and faults on ${newest}`,
      command: [
        ...ON_CLUSTER,
        ...['test/integration', 'test/conformance', 'test/races', 'test/faults'],
      ],
      environment: { TEST_OPENSEARCH_VERSION: newest },
      counts: true,
    },
  ];
}

/** What the cluster answers in the versions before. */
function onOlder([, ...older]: readonly EmbeddedVersion[]): Check[] {
  return older.map((version) => ({
    name: `integration tests and conformance on ${version}`,
    command: [...ON_CLUSTER, 'test/integration', 'test/conformance'],
    environment: { TEST_OPENSEARCH_VERSION: version },
    counts: true,
  }));
}

/** A node that goes away in the middle, on the newest. */
function onTwoNodes([version]: readonly EmbeddedVersion[]): Check[] {
  if (version === undefined) return [];
  return [
    {
      name: `integration tests on two nodes of ${version}`,
      command: ['jest', '--config', 'test/two_nodes/jest.config.mjs'],
      environment: { TEST_OPENSEARCH_VERSION: version },
      counts: true,
    },
  ];
}

/** A second cluster as a data source, of the oldest version beside the newest. */
function onTwoClusters(versions: readonly EmbeddedVersion[]): Check[] {
  const [newest] = versions;
  if (newest === undefined || !versions.includes('2.19.6')) return [];
  return [
    {
      name: `browser tests on two clusters, of ${newest} and 2.19.6`,
      command: ['jest', '--config', 'test/two_clusters/jest.config.mjs'],
      environment: { TEST_OPENSEARCH_VERSION: newest },
      counts: true,
    },
  ];
}

/** What users may do, on the one version that the registry has a security plugin for. */
function onSecuredCluster(versions: readonly EmbeddedVersion[]): Check[] {
  if (!versions.includes('2.19.6')) return [];
  return [
    {
      name: 'integration tests with the security plugin on 2.19.6',
      command: ['jest', '--config', 'test/security/jest.config.mjs'],
      counts: true,
    },
  ];
}

/** What is left where the server or OpenSearch is killed, on a cluster of its own. */
function onDyingParts(versions: readonly EmbeddedVersion[]): Check[] {
  if (!versions.includes('3.6.0')) return [];
  return [
    {
      name: 'deletes and replacements during which the server or OpenSearch 3.6.0 is killed',
      command: ['jest', '--config', 'test/kills/jest.config.mjs'],
      counts: true,
    },
  ];
}

/** Each lane has clusters of its own, and takes about as long as the others. */
function stagesOn(versions: readonly EmbeddedVersion[]): Stage[] {
  return [
    [[UNIT]],
    [
      STATIC,
      [
        ...inBrowser(versions),
        ...onTwoClusters(versions),
        ...onTwoNodes(versions),
        ...onDyingParts(versions),
      ],
      onNewest(versions),
      [...onOlder(versions), ...onSecuredCluster(versions)],
    ],
  ];
}

const say = (line: string) => console.log(line);

async function main(): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-models-test-'));
  try {
    await ensureChromium(say);
    const versions = await provideVersions(say);
    if (versions.length === 0) throw new Error('No Java here can run OpenSearch.');
    const { passed, failed } = await runChecks(stagesOn(versions), folder, say);
    say(`${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (isGreen) => {
    process.exitCode ??= isGreen ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    say('0 passed, 1 failed');
    process.exitCode = 1;
  }
);
