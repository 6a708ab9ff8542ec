import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PLUGIN_ID } from '../../common/plugin';
import { runBuild, temporaryFolder } from './testing/build_in';

jest.setTimeout(120_000);

const out = temporaryFolder();
const folder = path.join(out, 'opensearch-dashboards', PLUGIN_ID, 'target', 'public');
const PLUGIN = `${PLUGIN_ID}.plugin.js`;
const scripts = () => readdirSync(folder).filter((name) => name.endsWith('.js'));

beforeAll(() => {
  expect(runBuild(['--out', out])).toMatchObject({ code: 0 });
});

/** The scripts in which a text stands that minifying leaves alone. */
const scriptsWith = (text: string) =>
  scripts().filter((name) => readFileSync(path.join(folder, name), 'utf8').includes(text));

/** Bytes of some scripts as they are sent. */
function sizeOf(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + statSync(path.join(folder, `${name}.gz`)).size, 0);
}

/** The chunks that a script asks for, by the numbers that are in their names. */
function chunksOf(name: string): string[] {
  const code = readFileSync(path.join(folder, name), 'utf8');
  const numbers = [...code.matchAll(/\.e\((\d+)\)/g)].map(([, number]) => number);
  return scripts().filter((script) =>
    numbers.some((number) => script.includes(`.chunk.${number}.`))
  );
}

test('every page of Dashboards gets at most 2.2 kB', () => {
  expect(sizeOf([PLUGIN])).toBeLessThanOrEqual(2_200);
});

test('the list needs at most 60 kB, and nothing of the map, the dialogs and the other pages', () => {
  // the plugin asks for the application, and for the first page of models meanwhile
  const ofList = chunksOf(PLUGIN);
  expect(ofList.length).toBeGreaterThan(1);
  expect(scriptsWith('modelsTable').filter((name) => ofList.includes(name))).toHaveLength(1);
  for (const text of [
    'react-flow__',
    'nodesep',
    'deleteModelModal',
    'modelVerdict',
    'unusedModels',
    'replacementPlan',
  ]) {
    expect(scriptsWith(text).length).toBeGreaterThan(0);
    expect(scriptsWith(text).filter((name) => ofList.includes(name))).toEqual([]);
  }
  expect(sizeOf([PLUGIN, ...ofList])).toBeLessThanOrEqual(60_000);
});

test('the map is at most 100 kB, a replacement 23 kB, all the rest 105 kB', () => {
  const ofMap = new Set([
    ...scriptsWith('react-flow__'),
    ...scriptsWith('nodesep'),
    ...scriptsWith('dependencyLegend'),
    ...scripts().filter((name) => name.includes('worker')),
  ]);
  expect(ofMap.size).toBeGreaterThan(1);
  expect(sizeOf(ofMap)).toBeLessThanOrEqual(100_000);
  const ofReplacement = new Set(scriptsWith('replacementPlan'));
  expect(ofReplacement.size).toBe(1);
  expect(sizeOf(ofReplacement)).toBeLessThanOrEqual(23_000);
  const others = scripts().filter((name) => !ofMap.has(name) && !ofReplacement.has(name));
  expect(sizeOf(others)).toBeLessThanOrEqual(105_000);
});
