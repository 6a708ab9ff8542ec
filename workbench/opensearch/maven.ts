import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCommand, findCommand } from '../setup/debian_package';
import { fileName, type Artifact } from './artifacts';
import { startWatched } from './watched_process';

const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const worthALine = 1_000_000;

type Say = (line: string) => void;

/** Brings artifacts into a folder; which registry they come from is Maven's own setting. */
export interface Fetch {
  (artifacts: readonly Artifact[], into: string, options: { repository?: string }): Promise<void>;
}

/** Fetches with `mvn`. `repository` is a local repository to use in place of the user's own. */
export function fetchWithMaven(javaHome: string, say: Say): Fetch {
  return async (artifacts, into, { repository }) => {
    const mvn = await ensureCommand({ command: 'mvn', debianPackage: 'maven', say });
    const own = repository === undefined ? [] : [`-Dmaven.repo.local=${repository}`];
    const project = join(into, 'pom.xml');
    writeFileSync(project, projectThatCopies(artifacts, into));
    const run = (...args: string[]): Promise<void> =>
      runMaven(
        mvn,
        javaHome,
        ['-B', '-U', '-f', project, ...own, ...args],
        progress(artifacts, say)
      );
    // Maven's plugin is checked strictly; the plugin zips have no checksums in the registry, and
    // are checked against ours
    await run('-C', `${plugin}:help`);
    await run('-c', `${plugin}:copy`);
  };
}

function projectThatCopies(artifacts: readonly Artifact[], into: string): string {
  const [groupId, artifactId, version] = plugin.split(':');
  const items = artifacts.map(
    (item) => `<artifactItem><groupId>${item.group}</groupId><artifactId>${item.name}</artifactId>
<version>${item.version}</version><type>${item.type}</type></artifactItem>`
  );
  return `<project>
<modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>downloads</artifactId><version>1</version>
<packaging>pom</packaging>
<build><plugins><plugin>
<groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>
<configuration>
<outputDirectory>${escapeXml(into)}</outputDirectory>
<artifactItems>
${items.join('\n')}
</artifactItems>
</configuration>
</plugin></plugins></build>
</project>
`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Says one line for each artifact of a size that takes a while. */
function progress(artifacts: readonly Artifact[], say: Say): (line: string) => void {
  const waiting = new Map(
    artifacts.filter(({ bytes }) => bytes >= worthALine).map((item) => [fileName(item), item.bytes])
  );
  return (line) => {
    const [, file = ''] = /Downloading from .*\/([^/]+)$/.exec(line) ?? [];
    const bytes = waiting.get(file);
    if (bytes === undefined) return;
    waiting.delete(file);
    say(`Downloading ${file} (${Math.round(bytes / 1e6)} MB)`);
  };
}

async function runMaven(
  mvn: string,
  javaHome: string,
  args: readonly string[],
  onLine: (line: string) => void
): Promise<void> {
  const problems: string[] = [];
  const hasJava = process.env.JAVA_HOME || findCommand('java') !== undefined;
  const maven = await startWatched({
    command: mvn,
    args: ['-Dstyle.color=never', ...args],
    env: { ...process.env, ...(hasJava ? {} : { JAVA_HOME: javaHome }) },
    output: (line) => {
      if (/^\[ERROR\] \S|^Error|^The JAVA_HOME/.test(line)) problems.push(line);
      onLine(line);
    },
    graceSeconds: 5,
  });
  const { code, signal } = await maven.ended;
  if (code === 0) return;
  throw new Error(
    `The download with Maven failed (${signal ?? `exit code ${code}`}):\n` +
      problems.slice(0, 10).join('\n')
  );
}
