import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava, majorOf } from './java';
import { chooseJava, provideJava } from './java_choice';

const folder = mkdtempSync(join(tmpdir(), 'java-'));
afterAll(() => rmSync(folder, { recursive: true }));

function installed(name: string, release: string | undefined, printed = ''): string {
  const home = join(folder, name);
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'bin/java'), `#!/bin/sh\ncat >&2 <<'END'\n${printed}\nEND\n`);
  chmodSync(join(home, 'bin/java'), 0o755);
  if (release !== undefined) writeFileSync(join(home, 'release'), release);
  return home;
}

test.each([
  ['1.8.0_392', 8],
  ['17.0.15', 17],
  ['21', 21],
  ['25-ea', 25],
  ['unknown', undefined],
])('the major of %s is %s', (version, major) => {
  expect(majorOf(version)).toBe(major);
});

test('finds Java in the order of preference, each once, and asks one without a release file', () => {
  const own = installed('own', 'JAVA_VERSION="23.0.1"\n');
  const general = installed('general', 'IMPLEMENTOR="X"\nJAVA_VERSION="17.0.15"\n');
  const home = installed('jvms/silent', undefined);
  const onPath = installed('shim', undefined, `  java.home = ${home}\n  java.version = 21.0.2`);
  const mac = installed('jvms/mac/Contents/Home', 'JAVA_VERSION="25"\n');
  const env = {
    OPENSEARCH_JAVA_HOME: own,
    JAVA_HOME: general,
    PATH: `:/nowhere:${general}/bin:${onPath}/bin`,
  };
  const found = findJava({ env, folders: [join(folder, 'jvms'), '/nowhere'] });
  expect(found.map((java) => [java.home, java.major])).toEqual([
    [own, 23],
    [general, 17],
    [home, 21],
    [mac, 25],
  ]);
});

const java = (major: number): { home: string; version: string; major: number } => ({
  home: `/jvm/${major}`,
  version: `${major}.0.1`,
  major,
});

test.each([
  [[17, 25], undefined, '3.6.0', 25],
  [[17], undefined, '2.19.6', 17],
  [[11, 20], undefined, '2.19.6', 20],
  [[25, 17, 21], '2.19.6' as const, '2.19.6', 17],
  [[22], undefined, '3.6.0', 22],
])('with Java %j and %s asked for it is %s on %s', (majors, asked, version, major) => {
  expect(chooseJava(majors.map(java), asked)).toEqual({ java: java(major), version });
});

test.each([
  [[17, 20], '3.6.0' as const],
  [[25], '2.19.6' as const],
  [[11], undefined],
])('with Java %j and %s asked for there is none', (majors, asked) => {
  expect(chooseJava(majors.map(java), asked)).toBeUndefined();
});

test('a version that no Java here can run is refused with what to do', async () => {
  installed('old/17', 'JAVA_VERSION="17.0.15"\n');
  const search = { env: {}, folders: [join(folder, 'old')] };
  const refusal = provideJava({ version: '3.6.0', search, say: () => {} });
  await expect(refusal).rejects.toThrow(
    /needs Java 21 or later; here is 17\.0\.15 .*\n.*JDK 21|jdk/
  );
});
