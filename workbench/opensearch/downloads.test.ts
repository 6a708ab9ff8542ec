import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileName, type Artifact } from './artifacts';
import { provideArtifacts } from './downloads';
import type { Fetch } from './maven';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'downloads-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function artifact(name: string): Artifact {
  const sha256 = createHash('sha256').update(name).digest('hex');
  return { group: 'g', name, version: '1', type: 'jar', into: '.', bytes: name.length, sha256 };
}

const artifacts = [artifact('one'), artifact('two')];

/** Brings `damaged` with a wrong content from the user's own repository, as often as `times`. */
function registry(damaged: string, times: number): { fetch: Fetch; asked: string[][] } {
  const asked: string[][] = [];
  const fetch: Fetch = async (wanted, into, { repository }) => {
    asked.push([...wanted.map(({ name }) => name), repository === undefined ? 'own' : 'new']);
    for (const item of wanted) {
      const content = item.name === damaged && asked.length <= times ? 'damaged' : item.name;
      writeFileSync(join(into, fileName(item)), content);
    }
  };
  return { fetch, asked };
}

function expectWhole(): void {
  expect(readdirSync(folder).sort()).toEqual(artifacts.map(fileName).sort());
  for (const item of artifacts) {
    expect(readFileSync(join(folder, fileName(item)), 'utf8')).toBe(item.name);
  }
}

test('fetches nothing when all is there', async () => {
  for (const item of artifacts) writeFileSync(join(folder, fileName(item)), item.name);
  const { fetch, asked } = registry('', 0);
  await provideArtifacts(artifacts, folder, fetch, () => {});
  expect(asked).toEqual([]);
});

test('fetches a damaged file of the cache again, and says so', async () => {
  writeFileSync(join(folder, 'one-1.jar'), 'one');
  writeFileSync(join(folder, 'two-1.jar'), 'tw');
  const said: string[] = [];
  const { fetch, asked } = registry('', 0);
  await provideArtifacts(artifacts, folder, fetch, (line) => said.push(line));
  expect(asked).toEqual([['two', 'own']]);
  expect(said).toEqual(['two-1.jar in the cache is damaged: fetching it again']);
  expectWhole();
});

test('fetches past a damaged copy in the Maven repository', async () => {
  const { fetch, asked } = registry('two', 1);
  await provideArtifacts(artifacts, folder, fetch, () => {});
  expect(asked).toEqual([
    ['one', 'two', 'own'],
    ['two', 'new'],
  ]);
  expectWhole();
});

test('refuses a file that stays wrong, and keeps it out of the cache', async () => {
  const { fetch } = registry('two', 2);
  const provided = provideArtifacts(artifacts, folder, fetch, () => {});
  await expect(provided).rejects.toThrow('SHA-256 differs): two-1.jar');
  expect(readdirSync(folder)).toEqual(['one-1.jar']);
});

test('clears what an interrupted download left, and a failing one leaves nothing', async () => {
  mkdirSync(join(folder, '.staging-old'));
  const fails: Fetch = () => Promise.reject(new Error('no network'));
  await expect(provideArtifacts(artifacts, folder, fails, () => {})).rejects.toThrow('no network');
  expect(readdirSync(folder)).toEqual([]);
});
