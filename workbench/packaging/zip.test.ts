import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { contracts } from '../../common/contracts/api';
import { PLUGIN_ID } from '../../common/plugin';
import { MANIFEST_KEYS } from './manifest';
import { runBuild, temporaryFolder } from './testing/build_in';
import { extract, readZip } from './testing/unzip';
import type { ZipEntry } from './testing/unzip';

jest.setTimeout(120_000);

const out = temporaryFolder();
const prefix = `opensearch-dashboards/${PLUGIN_ID}/`;
let entries: ZipEntry[] = [];

beforeAll(async () => {
  const { code, output } = runBuild(['--out', out, '--dashboards', '3.3.0']);
  expect(output).toContain('Built');
  expect(code).toBe(0);
  entries = await readZip(path.join(out, `${PLUGIN_ID}-3.3.0.zip`));
});

function entry(name: string): ZipEntry {
  const found = entries.find((one) => one.name === prefix + name);
  if (!found) throw new Error(`The zip has no ${name}`);
  return found;
}

const text = (name: string) => entry(name).content.toString('utf8');

test('holds one plugin, in a folder where the installer looks for it', () => {
  const manifests = entries.filter(({ name }) =>
    /^opensearch-dashboards\/[^/]+\/opensearch_dashboards\.json$/.test(name)
  );
  expect(manifests).toHaveLength(1);
  expect(entries.filter(({ name }) => !name.startsWith(prefix))).toEqual([]);
});

test('holds what the platform loads, and the licences', () => {
  const names = entries.map(({ name }) => name.slice(prefix.length));
  expect(names).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'opensearch_dashboards.json',
      'server/index.js',
      'server/THIRD_PARTY_LICENSES.txt',
      `target/public/${PLUGIN_ID}.plugin.js`,
      'target/public/THIRD_PARTY_LICENSES.txt',
    ])
  );
  // A package.json could turn server/index.js into an ES module, and nothing asks for one.
  expect(names).not.toContain('package.json');
  const chunk = new RegExp(`^target/public/${PLUGIN_ID}\\.chunk\\.\\d+\\.[0-9a-f]{6}\\.js$`);
  expect(names.filter((name) => chunk.test(name)).length).toBeGreaterThan(0);
  expect(names.filter((name) => /\.(tsx?|map)$/.test(name))).toEqual([]);
});

test('gives its files modes with which the server may read them', () => {
  expect(new Set(entries.map(({ mode }) => mode.toString(8)))).toEqual(new Set(['100644']));
});

test('has a manifest that neither server nor installer refuses', () => {
  const manifest = JSON.parse(text('opensearch_dashboards.json')) as Record<string, unknown>;
  expect(Object.keys(manifest).filter((key) => !MANIFEST_KEYS.includes(key))).toEqual([]);
  expect(manifest).toMatchObject({
    id: expect.stringMatching(/^[a-z][a-zA-Z0-9]+$/),
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    opensearchDashboardsVersion: '3.3.0',
    ui: true,
    server: true,
    requiredPlugins: [],
    requiredEnginePlugins: { 'opensearch-ml': '>=2.19.0' },
  });
  expect(manifest).not.toHaveProperty('requiredBundles');
});

test('lists the other people whose software is in it', () => {
  expect(text('server/THIRD_PARTY_LICENSES.txt')).toMatch(/^zod 4\.[^]*MIT License/m);
  expect(text('target/public/THIRD_PARTY_LICENSES.txt')).toMatch(
    /^@tanstack\/react-query 4\.[^]*MIT License/m
  );
});

test('names every package in it, in both halves, with its licence', () => {
  const { bomFormat, components } = JSON.parse(text('sbom.cdx.json')) as {
    bomFormat: string;
    components: Array<{ name: string; purl: string; licenses: unknown }>;
  };
  expect(bomFormat).toBe('CycloneDX');
  const listed = ['server', 'target/public'].flatMap((half) =>
    [...text(`${half}/THIRD_PARTY_LICENSES.txt`).matchAll(/^(\S+) \S+\n\nLicence: /gm)].map(
      ([, name]) => name
    )
  );
  expect(components.map(({ name }) => name).sort()).toEqual([...new Set(listed)].sort());
  expect(components).toContainEqual(
    expect.objectContaining({
      purl: expect.stringMatching(/^pkg:npm\/%40tanstack\/react-query@4\./) as string,
      licenses: [{ license: { id: 'MIT' } }],
    })
  );
});

test('is the same, byte by byte, of the same sources, but for the version that it is for', async () => {
  const again = temporaryFolder();
  const { code } = runBuild(['--out', again, '--dashboards', '3.2.0', '--dashboards', '3.3.0']);
  expect(code).toBe(0);
  const name = `${PLUGIN_ID}-3.3.0.zip`;
  const zip = readFileSync(path.join(again, name));
  expect(zip.equals(readFileSync(path.join(out, name)))).toBe(true);
  const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: again, encoding: 'utf8' });
  expect(checked).toBe(`${PLUGIN_ID}-3.2.0.zip: OK\n${name}: OK\n`);
  const other = await readZip(path.join(again, `${PLUGIN_ID}-3.2.0.zip`));
  const differing = other.filter(({ name: of, content }, at) => {
    const same = entries[at];
    return same?.name !== of || !same.content.equals(content);
  });
  expect(differing.map(({ name: of }) => of)).toEqual([`${prefix}opensearch_dashboards.json`]);
});

test('has a .gz and a .br beside each script, of the same content', () => {
  const scripts = entries.filter(({ name }) => /target\/public\/.*\.js$/.test(name));
  expect(scripts.length).toBeGreaterThan(1);
  for (const { name, content } of scripts) {
    const short = name.slice(prefix.length);
    expect(gunzipSync(entry(`${short}.gz`).content).equals(content)).toBe(true);
    expect(brotliDecompressSync(entry(`${short}.br`).content).equals(content)).toBe(true);
  }
});

test('puts at most 4 kB on every page of Dashboards', () => {
  expect(entry(`target/public/${PLUGIN_ID}.plugin.js.gz`).content.length).toBeLessThan(4096);
});

test('has no ES module in it', () => {
  for (const { name, content } of entries.filter((one) => one.name.endsWith('.js'))) {
    const body = `(function (exports, require, module) {${content.toString('utf8')}\n})`;
    expect(() => new vm.Script(body, { filename: name })).not.toThrow();
  }
});

test('its server half loads by plain require, far from here, and adds the routes', () => {
  const dashboards = temporaryFolder();
  const folder = path.join(dashboards, 'plugins', PLUGIN_ID);
  extract(entries, prefix, folder);
  for (const name of hostModules(text('server/index.js'))) {
    // in place of the platform's own: before a request comes, only the schema of the configuration
    const stub = path.join(dashboards, 'node_modules', name);
    mkdirSync(stub, { recursive: true });
    const schema = 'exports.schema = { object: () => ({}), boolean: () => ({}) };';
    writeFileSync(path.join(stub, 'index.js'), schema);
  }
  const routes = execFileSync(process.execPath, ['-e', setUp, folder], {
    cwd: dashboards,
    encoding: 'utf8',
  });
  const wanted = Object.values(contracts).map(({ method, path: at }) => `${method} ${at}`);
  expect(JSON.parse(routes)).toEqual(wanted.sort());
});

function hostModules(code: string): string[] {
  const names = [...code.matchAll(/\brequire\("(@[^"]+)"\)/g)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

const setUp = `
  const { plugin } = require(require('node:path').join(process.argv[1], 'server'));
  const routes = [];
  const register = (method) => (config) => routes.push(method + ' ' + config.path);
  const router = Object.fromEntries(
    ['get', 'post', 'put', 'delete'].map((method) => [method, register(method)])
  );
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const config = { create: () => ({ subscribe: (next) => next({ history: { enabled: true } }) }) };
  const instance = plugin({ logger: { get: () => logger }, config });
  const core = {
    http: { createRouter: () => router },
    savedObjects: { registerType() {} },
    getStartServices: () => new Promise(() => {}),
  };
  Promise.resolve(instance.setup(core, {})).then(() =>
    console.log(JSON.stringify(routes.sort()))
  );
`;
