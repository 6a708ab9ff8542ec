import path from 'node:path';
import { ROOT } from '../../root';
import type { ReactVersion } from '../injected_metadata';

/** The packages that stand for `react`, `react-dom` and `@elastic/eui` in a flavour. */
interface Flavour {
  react: string;
  reactDom: string;
  oui: string;
}

const flavours: Readonly<Record<ReactVersion, Flavour>> = {
  16: { react: 'react-16', reactDom: 'react-dom-16', oui: 'oui-1-21' },
  18: { react: 'react', reactDom: 'react-dom', oui: '@elastic/eui' },
};

/** Where the package of OUI is that goes with this React. */
export function ouiFolder(react: ReactVersion): string {
  return packageFolder(flavours[react].oui);
}

/** Import aliases by which everything in a bundle gets this React and this OUI. */
export function flavourAliases(react: ReactVersion): Record<string, string> {
  const { react: reactPackage, reactDom } = flavours[react];
  return {
    react: packageFolder(reactPackage),
    'react-dom': packageFolder(reactDom),
    '@elastic/eui': ouiFolder(react),
    // OUI brings the package itself; the registry doesn't have it.
    '@opensearch/datemath': path.join(ouiFolder(react), 'packages', 'opensearch-datemath'),
    '@osd/ui-shared-deps/theme': path.join(__dirname, '..', 'browser', 'theme.ts'),
  };
}

function packageFolder(name: string): string {
  return path.join(ROOT, 'node_modules', name);
}
