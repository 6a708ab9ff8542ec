import type { InjectedMetadata } from '../injected_metadata';

/** In a distribution the number of its build stands here; the workbench revalidates instead. */
const BUILD = 1;

/** The bundle of the shared libraries. */
export const SHARED = 'osd-ui-shared-deps';

/** Below the base path, where the files of a bundle are. */
export function bundleFolder(name: string): string {
  return `/${BUILD}/bundles/${name}`;
}

/** What the page loads, for these plugins. */
export function loading(basePath: string, plugins: string[]): InjectedMetadata['loading'] {
  const folder = (name: string) => `${basePath}${bundleFolder(name)}/`;
  return {
    publicPaths: {
      core: folder('core'),
      [SHARED]: folder(SHARED),
      ...Object.fromEntries(plugins.map((id) => [id, folder(`plugin/${id}`)])),
    },
    scripts: [
      `${folder(SHARED)}${SHARED}.js`,
      `${folder('core')}core.entry.js`,
      ...plugins.map((id) => `${folder(`plugin/${id}`)}${id}.plugin.js`),
    ],
    styles: [`${basePath}/ui/theme/{tag}.css`, `${basePath}/ui/host.css`],
  };
}
