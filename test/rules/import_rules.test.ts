import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(120_000);

const ROOT = path.join(__dirname, '..', '..');
const ESLINT = path.join(ROOT, 'node_modules', 'eslint', 'bin', 'eslint.js');

/** The rules that a file would break if its text were this one. */
function brokenRules(file: string, text: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [ESLINT, '--stdin', '--stdin-filename', file, '--format', 'json'],
    { cwd: ROOT, input: text, encoding: 'utf8' }
  );
  const [result] = JSON.parse(stdout) as Array<{ messages: Array<{ ruleId: string }> }>;
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const ROOM = '@typescript-eslint/no-restricted-imports';
const CIRCLE = 'import-x/no-cycle';

it.each([
  ['a room', `export { ModelsPage } from '../models/list/models_page';`, ROOM],
  ['a file of the same room', `export { DependencyMap } from './map/dependency_map';`, CIRCLE],
])('an import against the direction, of %s, fails the lint', (_, text, rule) => {
  expect(brokenRules('public/dependents/not_checked_callout.tsx', text)).toContain(rule);
});
