import path from 'node:path';
import { runRspack } from '../../workbench/packaging';
import { serverBundle } from '../../workbench/packaging/server_bundle';
import { ROOT } from '../../workbench/root';
import { RESULTS } from '../folders';

/**
 * Bundles the worker as the plugin's server half is: what transforms TypeScript as it is loaded
 * would be measured too (tsx names every function anew that is made). Answers with the file.
 */
export async function bundleWorker(): Promise<string> {
  const outputFolder = path.join(RESULTS, 'worker');
  const entry = path.join(ROOT, 'bench', 'measure', 'worker.ts');
  const bundle = serverBundle({ entry, root: ROOT, outputFolder, banner: 'worker of the bench' });
  // the workbench's @osd/i18n is TypeScript, which a bare Node.js doesn't load: it comes along
  await runRspack({ ...bundle, externals: [/^@opensearch-project\/opensearch(\/.+)?$/] });
  return path.join(outputFolder, 'index.js');
}
