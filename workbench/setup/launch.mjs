import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

// Plain and old syntax here: this file must still load on the Node versions that it refuses.
const root = fileURLToPath(new URL('../..', import.meta.url));

function requiredNode() {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return manifest.engines.node.replace('>=', '');
}

function isOlder(version, wanted) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < (wantedMinor || 0));
}

function run(main, args) {
  const preload = fileURLToPath(new URL('./end_with_parent.mjs', import.meta.url));
  // its own process group, so that Ctrl-C reaches it once: through here
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', new URL(`file://${preload}`).href, main].concat(args),
    { cwd: root, detached: true, stdio: ['inherit', 'inherit', 'inherit', 'pipe'] }
  );
  const lastForwarded = {};
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) =>
    process.on(signal, () => {
      // npm passes on what the terminal has already sent to us
      if (Date.now() - (lastForwarded[signal] || 0) < 500) return;
      lastForwarded[signal] = Date.now();
      child.kill(signal);
    })
  );
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) =>
    process.exit(code === null ? 128 + constants.signals[signal] : code)
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Runs a TypeScript file of the project with this process's arguments, on a fresh clone too: checks
 * the Node version and installs node_modules first. Signals are passed on, and its exit code is
 * this process's.
 */
export function launch(url) {
  const wanted = requiredNode();
  if (isOlder(process.versions.node, wanted)) {
    fail(`Node ${wanted} or later is needed; this is Node ${process.versions.node}.`);
  }
  import('./node_modules.mjs')
    .then((setup) => setup.ensureNodeModules(root, (line) => console.log(line)))
    .then(() => run(fileURLToPath(url), process.argv.slice(2)))
    .catch((error) => fail(error.message));
}
