import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provideVersions, type EmbeddedVersion } from '../workbench/opensearch';
import { ensureChromium } from './browser/chromium';
import { integrationTest, ON_EACH_RELEASE } from './releases';
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

/** The loop while writing: on one of the two Reacts, and nothing that needs a cluster. */
const QUICK: Stage[] = [
  [
    [
      {
        ...UNIT,
        name: 'unit tests on React 18',
        command: ['jest', '--selectProjects', 'node', 'react 18'],
      },
    ],
    STATIC.filter(({ name }) => name !== 'format'),
  ],
];

/** Folders or files of tests on one cluster, which is theirs alone. */
function onCluster(
  name: string,
  version: EmbeddedVersion,
  tests: readonly string[],
  instance = 'test'
): Check {
  return {
    name: `${name} on ${version}`,
    command: ['jest', '--config', 'test/jest.config.mjs', ...tests],
    environment: { TEST_OPENSEARCH_VERSION: version, TEST_OPENSEARCH_INSTANCE: instance },
    counts: true,
  };
}

/** Tests that start their clusters themselves. */
function onClustersOfItsOwn(
  name: string,
  folder: string,
  environment?: Record<string, string>
): Check {
  return {
    name,
    command: ['jest', '--config', `test/${folder}/jest.config.mjs`],
    environment,
    counts: true,
  };
}

/** What the browser shows is the same on all versions, also of two clusters at once. */
function browserLane(newest: EmbeddedVersion, versions: readonly EmbeddedVersion[]): Lane {
  const onNewest = { TEST_OPENSEARCH_VERSION: newest };
  return [
    onCluster('browser tests', newest, ['test/browser'], 'browser'),
    ...(versions.includes('2.19.6')
      ? [
          onClustersOfItsOwn(
            `browser tests on two clusters, of ${newest} and 2.19.6`,
            'two_clusters',
            onNewest
          ),
        ]
      : []),
  ];
}

/** What the cluster answers, also wrongly, and deletes that race with what is made meanwhile. */
function newestLane(newest: EmbeddedVersion): Lane {
  const folders = ['integration', 'conformance', 'races', 'faults', 'attacks'];
  const tests = folders.map((folder) => `test/${folder}/`);
  return [onCluster('integration tests, conformance, races, faults and attacks', newest, tests)];
}

/**
 * The versions before, of which one is the only one that the registry has a security plugin for; and
 * parts that go away in the middle.
 */
function olderLane(newest: EmbeddedVersion, versions: readonly EmbeddedVersion[]): Lane {
  const tests = [...Object.keys(ON_EACH_RELEASE).map(integrationTest), 'test/conformance/'];
  const older = versions.filter((version) => version !== newest);
  return [
    ...older.map((version) => onCluster('integration tests and conformance', version, tests)),
    ...(versions.includes('2.19.6')
      ? [onClustersOfItsOwn('integration tests with the security plugin on 2.19.6', 'security')]
      : []),
    ...(versions.includes('3.6.0')
      ? [
          onClustersOfItsOwn(
            'deletes and replacements during which the server or OpenSearch 3.6.0 is killed',
            'kills'
          ),
        ]
      : []),
    onClustersOfItsOwn(`integration tests on two nodes of ${newest}`, 'two_nodes', {
      TEST_OPENSEARCH_VERSION: newest,
    }),
  ];
}

/**
 * Each lane has clusters of its own, and takes about as long as the others. The unit tests come first:
 * they keep all cores busy by themselves, and more at once is slower than one after the other.
 */
function wholeOn(versions: readonly EmbeddedVersion[]): Stage[] {
  const [newest] = versions;
  if (newest === undefined) throw new Error('No Java here can run OpenSearch.');
  return [
    [[UNIT]],
    [STATIC, browserLane(newest, versions), newestLane(newest), olderLane(newest, versions)],
  ];
}

const say = (line: string) => console.log(line);

/** What the command asks for: `--quick`, or all. */
async function chosen(): Promise<Stage[]> {
  if (process.argv.includes('--quick')) return QUICK;
  await ensureChromium(say);
  return wholeOn(await provideVersions(say));
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-models-test-'));
  try {
    const { passed, failed } = await runChecks(await chosen(), folder, say);
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
