import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PLUGIN_ID } from '../../common/plugin';
import { runBuild, temporaryFolder } from './testing/build_in';

jest.setTimeout(120_000);

const out = temporaryFolder();
const folder = path.join(out, 'opensearch-dashboards', PLUGIN_ID, 'target', 'public');
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

test('every page of Dashboards gets at most 4 kB', () => {
  expect(sizeOf([`${PLUGIN_ID}.plugin.js`])).toBeLessThanOrEqual(4_096);
});

test('the list gets at most 90 kB, and nothing of the map; the map is at most 100 kB more', () => {
  const ofMap = new Set([
    ...scriptsWith('react-flow__'),
    ...scriptsWith('nodesep'),
    ...scriptsWith('dependencyLegend'),
    ...scripts().filter((name) => name.includes('worker')),
  ]);
  const ofList = scriptsWith('modelsTable');
  expect(ofList).toHaveLength(1);
  expect(ofMap.size).toBeGreaterThan(1);
  expect(ofList.filter((name) => ofMap.has(name))).toEqual([]);
  expect(sizeOf(ofMap)).toBeLessThanOrEqual(100_000);
  // all that isn't the map's is taken for what the list loads
  expect(sizeOf(scripts().filter((name) => !ofMap.has(name)))).toBeLessThanOrEqual(90_000);
});
