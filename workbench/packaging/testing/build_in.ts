import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../root';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder outside of the project, gone when the tests of a file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-models-build-'));
  folders.push(folder);
  return folder;
}

/** Runs the build as a person does; jest can't load Rspack, which is an ES module. */
export function runBuild(args: readonly string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'workbench', 'build.mjs'), ...args],
    { encoding: 'utf8' }
  );
  return { code: status, output: stdout + stderr };
}

/** Writes a small project that builds, but for what the files given change. */
export function writeProject(folder: string, files: Readonly<Record<string, string>> = {}): string {
  const all = {
    'opensearch_dashboards.json': JSON.stringify({
      id: 'tinyPlugin',
      version: '1.0.0',
      opensearchDashboardsVersion: '3.6.0',
      ui: true,
      server: true,
    }),
    'public/index.ts': 'export const plugin = () => ({ setup() {}, start() {} });',
    'server/index.ts': 'export const plugin = () => ({ setup() {}, start() {} });',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}
