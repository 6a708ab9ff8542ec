import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ensureNodeModules } from './setup/node_modules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
  await ensureNodeModules(root, console.log);
  const { register } = await import('tsx/cjs/api');
  register();
  const { buildFromCommandLine } = createRequire(import.meta.url)('./packaging/cli.ts');
  process.exitCode = await buildFromCommandLine(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
