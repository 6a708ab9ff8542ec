import { existsSync } from 'node:fs';
import path from 'node:path';
import { runBuild, temporaryFolder, writeProject } from './testing/build_in';

jest.setTimeout(120_000);

const plugin = 'export const plugin = () => ({ setup() {}, start() {} });';

function build(files: Readonly<Record<string, string>>, more: string[] = []) {
  const root = writeProject(temporaryFolder(), files);
  const zip = path.join(root, 'build', 'tinyPlugin-3.6.0.zip');
  const { code, output } = runBuild(['--root', root, ...more]);
  return { code, output, hasZip: existsSync(zip) };
}

test('builds a project that keeps to the rules', () => {
  expect(build({})).toMatchObject({ code: 0, hasZip: true });
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a second React',
    { 'public/index.ts': `import 'react-16'; ${plugin}` },
    /browser bundle must not contain[^]*node_modules\/react-16\//,
  ],
  [
    'the JSX runtime, which the platform does not share',
    { 'public/index.ts': `import { jsx } from 'react/jsx-runtime'; console.log(jsx); ${plugin}` },
    /browser bundle must not contain[^]*react\/jsx-runtime\.js/,
  ],
  [
    'a deep import that is not shared',
    { 'public/index.ts': `import get from 'lodash/get'; console.log(get); ${plugin}` },
    /browser bundle must not contain[^]*node_modules\/lodash\/get\.js/,
  ],
  [
    'zod in the browser',
    { 'public/index.ts': `import { z } from 'zod'; console.log(z.string()); ${plugin}` },
    /browser bundle must not contain[^]*node_modules\/zod\//,
  ],
  [
    'the server in the browser',
    {
      'server/secret.ts': 'export const secret = () => console.log(1);',
      'public/index.ts': `import { secret } from '../server/secret'; secret(); ${plugin}`,
    },
    /browser bundle must not contain[^]*server\/secret\.ts/,
  ],
  [
    'React on the server',
    { 'server/index.ts': `import React from 'react'; console.log(React); ${plugin}` },
    /server bundle must not contain[^]*node_modules\/react\//,
  ],
  [
    'a missing module',
    { 'server/index.ts': `import nothing from './nothing'; console.log(nothing); ${plugin}` },
    /Can't resolve '\.\/nothing'/,
  ],
  [
    'a key that the platform refuses to start over',
    {
      'opensearch_dashboards.json':
        '{"id":"tinyPlugin","version":"1.0.0","ui":true,"server":true,"owner":"me"}',
    },
    /unknown keys owner/,
  ],
  [
    'an id that the installer refuses',
    { 'opensearch_dashboards.json': '{"id":"tiny_plugin","version":"1","ui":true,"server":true}' },
    /"tiny_plugin" is not camelCase/,
  ],
])('refuses %s', (_what, files, words) => {
  const { code, output, hasZip } = build(files);
  expect(output).toMatch(words);
  expect(code).toBe(1);
  expect(hasZip).toBe(false);
});

test('refuses a version that is none', () => {
  expect(build({}, ['--dashboards', 'latest'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('"latest" is not a version'),
  });
});

test('refuses an option that it does not know', () => {
  expect(runBuild(['--minify'])).toMatchObject({
    code: 2,
    output: expect.stringContaining('Usage: npm run build'),
  });
});
