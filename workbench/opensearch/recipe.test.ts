import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifactsOf } from './artifacts';
import { startOpenSearch } from './node';
import { adoptPlugin, NoSecurityPluginError, recipeOf } from './recipe';

test('security is one more plugin, in an installation of its own', () => {
  const plain = recipeOf('2.19.6', false);
  const secure = recipeOf('2.19.6', true);
  expect(plain).toMatchObject({ artifacts: artifactsOf['2.19.6'], adopted: [] });
  expect(secure.name).not.toBe(plain.name);
  const added = secure.artifacts.filter((artifact) => !plain.artifacts.includes(artifact));
  expect(added.map(({ into }) => into)).toEqual(secure.adopted);
});

test('a version without a security plugin is refused before anything is started', async () => {
  const started = startOpenSearch({
    version: '3.6.0',
    security: true,
    instance: 'unit',
    say: () => {},
  });
  await expect(started).rejects.toThrow(NoSecurityPluginError);
});

test('an adopted plugin names the version that it runs on, and is itself otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  try {
    const file = join(folder, 'plugin-descriptor.properties');
    writeFileSync(file, 'name=x\nversion=2.19.4.0\nopensearch.version=2.19.4\nextended.plugins=\n');
    adoptPlugin(folder, '2.19.6');
    expect(readFileSync(file, 'utf8')).toBe(
      'name=x\nversion=2.19.4.0\nopensearch.version=2.19.6\nextended.plugins=\n'
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
