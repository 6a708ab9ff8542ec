import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(120_000);

const ROOT = path.join(__dirname, '..', '..');
const FILE = 'public/dependents/not_checked_callout.tsx';

/** Lints texts in place of one file's, in a process of its own: ESLint's settings are a module. */
const LINT = `
  import { ESLint } from 'eslint';
  const [file, ...texts] = process.argv.slice(1);
  const eslint = new ESLint();
  const results = [];
  for (const text of texts) results.push(...(await eslint.lintText(text, { filePath: file })));
  console.log(JSON.stringify(results.map(({ messages }) => messages.map(({ ruleId }) => ruleId))));
`;

/** The rules that the file would break if its text were each of these. */
function brokenRules(...texts: string[]): string[][] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', LINT, FILE, ...texts],
    { cwd: ROOT, encoding: 'utf8' }
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

it('an import against the direction, of a room or of a file of the same room, fails the lint', () => {
  const [ofRoom, ofFile, allowed] = brokenRules(
    `export { ModelsPage } from '../models/list/models_page';`,
    `export { DependencyMap } from './map/dependency_map';`,
    `export { kindPlural } from '../labels/dependent_labels';`
  );
  expect(ofRoom).toContain('@typescript-eslint/no-restricted-imports');
  expect(ofFile).toContain('import-x/no-cycle');
  expect(allowed).toEqual([]);
});
