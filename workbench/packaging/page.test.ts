import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { APP_ID, PLUGIN_ID } from '../../common/plugin';
import { runBuild, temporaryFolder } from './testing/build_in';

jest.setTimeout(120_000);

const out = temporaryFolder();
const scripts = path.join(out, 'opensearch-dashboards', PLUGIN_ID, 'target', 'public');
const chunkGlobal = `${PLUGIN_ID}_bundle_jsonpfunction`;

beforeAll(() => {
  expect(runBuild(['--out', out])).toMatchObject({ code: 0 });
});

interface Page {
  context: vm.Context;
  defined: Array<{ key: string; load: (moduleKey: string) => unknown; moduleKey: string }>;
  /** The shared libraries that were asked for, in order. */
  touched: string[];
}

/** A page as it is when the platform runs a plugin's script. */
function openPage(): Page {
  const defined: Page['defined'] = [];
  const touched: string[] = [];
  const libraries = new Proxy({} as Record<string, unknown>, {
    get(_target, key) {
      touched.push(String(key));
      return key === 'OsdI18n' ? { i18n: { translate: (id: string) => id } } : {};
    },
  });
  const context = vm.createContext({
    __osdSharedDeps__: libraries,
    __osdPublicPath__: { [PLUGIN_ID]: `/1/bundles/plugin/${PLUGIN_ID}/` },
    __osdBundles__: {
      define: (key: string, load: (moduleKey: string) => unknown, moduleKey: string) =>
        defined.push({ key, load, moduleKey }),
      get: (key: string) => {
        throw new Error(`${key} is not there yet`);
      },
    },
  });
  // where workers are looked for
  vm.runInContext(
    "globalThis.window = globalThis; globalThis.document = { baseURI: 'http://page.example/' };",
    context
  );
  return { context, defined, touched };
}

function run(page: Page, file: string): void {
  vm.runInContext(readFileSync(path.join(scripts, file), 'utf8'), page.context);
}

test('the script defines the plugin once, and does nothing else until it is asked for', () => {
  const page = openPage();
  const before = Object.keys(page.context);
  run(page, `${PLUGIN_ID}.plugin.js`);

  expect(page.defined.map(({ key }) => key)).toEqual([`plugin/${PLUGIN_ID}/public`]);
  expect(page.touched).toEqual([]);
  expect(Object.keys(page.context).filter((name) => !before.includes(name))).toEqual([chunkGlobal]);
});

test('what it defines is a plugin, which registers the application', () => {
  const page = openPage();
  run(page, `${PLUGIN_ID}.plugin.js`);
  const [bundle] = page.defined;
  const { plugin } = bundle?.load(bundle.moduleKey) as {
    plugin(context: object): { setup(core: object, plugins: object): void; start: unknown };
  };
  expect(typeof plugin).toBe('function');

  const register = jest.fn();
  const instance = plugin({ opaqueId: Symbol(PLUGIN_ID), config: { get: () => ({}) } });
  expect(typeof instance.start).toBe('function');
  const core = {
    application: { register },
    chrome: { navGroup: { addNavLinksToGroup: jest.fn() } },
    getStartServices: jest.fn(),
  };
  instance.setup(core, {});
  expect(register).toHaveBeenCalledWith(expect.objectContaining({ id: APP_ID }));
  // The application itself is not on every page: it comes when it is mounted.
  expect(page.touched).not.toContain('ElasticEui');
});

test('the chunks only wait in line under the bundle’s own name', () => {
  const chunks = readdirSync(scripts).filter((name) => /\.chunk\.\d+\.[0-9a-f]+\.js$/.test(name));
  expect(chunks.length).toBeGreaterThan(0);
  for (const chunk of chunks) {
    const page = openPage();
    const before = Object.keys(page.context);
    run(page, chunk);
    const added = Object.keys(page.context).filter((name) => !before.includes(name));
    expect(added).toEqual([chunkGlobal]);
    expect(page.touched).toEqual([]);
  }
});
