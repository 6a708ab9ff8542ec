import {
  aptHas,
  canInstallDebianPackages,
  commandToInstall,
  installDebianPackage,
  MissingSoftwareError,
} from '../setup/debian_package';
import { findJava, type Java, type JavaSearch } from './java';
import { javaRange, versionsByPreference, type EmbeddedVersion } from './versions';

export interface JavaChoice {
  java: Java;
  version: EmbeddedVersion;
}

/** The first Java that fits: the version asked for, or else the newest that any can run. */
export function chooseJava(
  found: readonly Java[],
  asked?: EmbeddedVersion
): JavaChoice | undefined {
  for (const version of asked === undefined ? versionsByPreference : [asked]) {
    const { from, to } = javaRange[version];
    const java = found.find(({ major }) => major >= from && major <= to);
    if (java !== undefined) return { java, version };
  }
  return undefined;
}

/**
 * A Java and the OpenSearch version that it will run. Where there is no Java it is installed, on
 * Debian as root; otherwise rejects with MissingSoftwareError, which names the command to run.
 */
export async function provideJava(options: {
  version?: EmbeddedVersion;
  search?: JavaSearch;
  say(line: string): void;
}): Promise<JavaChoice> {
  const { version, search, say } = options;
  const found = findJava(search);
  const choice = chooseJava(found, version) ?? (await installAndChoose(found, options));
  if (version === undefined && choice.version !== '3.6.0') {
    say(
      `OpenSearch 3.6.0 needs Java ${javaRange['3.6.0'].from} or later; ` +
        `with Java ${choice.java.major} this is OpenSearch ${choice.version}`
    );
  }
  return choice;
}

/**
 * The versions that can be run here, the newest first. A Java that one of them lacks is installed
 * where that may be, on Debian as root; what is left out is said.
 */
export async function provideVersions(say: (line: string) => void): Promise<EmbeddedVersion[]> {
  const provided: EmbeddedVersion[] = [];
  for (const version of versionsByPreference) {
    const known = debianPackages(version).some(aptHas);
    if (!chooseJava(findJava(), version) && canInstallDebianPackages() && known) {
      await installDebianPackage(debianPackages(version), say);
    }
    if (chooseJava(findJava(), version)) provided.push(version);
    else say(`Left out: ${explain(findJava(), version)}`);
  }
  return provided;
}

async function installAndChoose(
  found: readonly Java[],
  options: { version?: EmbeddedVersion; search?: JavaSearch; say(line: string): void }
): Promise<JavaChoice> {
  const { version, search, say } = options;
  const mayInstall = version === undefined || found.length === 0;
  if (!mayInstall || !canInstallDebianPackages()) {
    throw new MissingSoftwareError(explain(found, version));
  }
  await installDebianPackage(debianPackages(version), say);
  const choice = chooseJava(findJava(search), version);
  if (choice === undefined) throw new MissingSoftwareError(explain(findJava(search), version));
  return choice;
}

function debianPackages(version: EmbeddedVersion | undefined): string[] {
  const newer = 'openjdk-21-jdk-headless';
  return version === '3.6.0' ? [newer] : [newer, 'openjdk-17-jdk-headless'];
}

function explain(found: readonly Java[], version: EmbeddedVersion | undefined): string {
  const { from, to } = version === undefined ? { from: 17, to: Infinity } : javaRange[version];
  const range = to === Infinity ? `${from} or later` : `${from} to ${to}`;
  const here =
    found.length === 0
      ? 'there is none here'
      : `here is ${found.map((java) => `${java.version} (${java.home})`).join(', ')}`;
  return `OpenSearch ${version ?? '3.6.0'} needs Java ${range}; ${here}.\n${advice(version)}`;
}

function advice(version: EmbeddedVersion | undefined): string {
  const packages = debianPackages(version);
  const known = process.platform === 'darwin' ? packages[0] : packages.find(aptHas);
  const ownJava = 'OPENSEARCH_JAVA_HOME=<folder of a JDK 21> npm start';
  return known === undefined
    ? `Unpack a JDK 21 anywhere and run: ${ownJava}`
    : `Install it: ${commandToInstall(known, 'openjdk@21')}\nor unpack one and run: ${ownJava}`;
}
