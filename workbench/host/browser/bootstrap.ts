import { injectedMetadata } from './injected_metadata';

/** Loads the bundles of the page and starts core, by the platform's contract. */
const bundles = new Map<string, { load: (key: string) => unknown; moduleKey: string }>();
const { publicPaths, scripts, styles } = injectedMetadata().loading;

function get(key: string): unknown {
  const bundle = bundles.get(key);
  if (!bundle) throw new Error(`__osdBundles__ does not have a module defined for "${key}"`);
  return bundle.load(bundle.moduleKey);
}

window.__osdPublicPath__ = publicPaths;
window.__osdBundles__ = {
  has: (key) => bundles.has(key),
  get,
  define(key, load, moduleKey) {
    if (bundles.has(key)) {
      throw new Error(`__osdBundles__ already has a module defined for "${key}"`);
    }
    bundles.set(key, { load, moduleKey });
  },
};

function fail(address: string): void {
  const heading = document.createElement('h1');
  heading.style.cssText = 'color: white; background: #bd271e; padding: 25px; text-align: center';
  heading.textContent = `OpenSearch Dashboards did not load properly: ${address}`;
  document.body.replaceChildren(heading);
}

function load(element: HTMLElement, address: string, before: string): Promise<void> {
  return new Promise((resolve) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => fail(address));
    document.head.insertBefore(element, document.querySelector(`meta[name="${before}"]`));
  });
}

const links = styles.map((address) => {
  const href = address.replace('{tag}', window.__osdThemeTag__);
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return load(link, href, 'add-styles-here');
});
const loads = scripts.map((src) => {
  // async = false: fetched at once, run in this order.
  const script = Object.assign(document.createElement('script'), { async: false, src });
  return load(script, src, 'add-scripts-here');
});

void Promise.all([...links, ...loads]).then(() => {
  const core = get('entry/core/public') as { __osdBootstrap__(): Promise<void> };
  void core.__osdBootstrap__();
});
