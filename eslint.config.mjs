import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const CAPABILITIES = ['models', 'dependents', 'deletion', 'replacement', 'safe_delete', 'history'];

/** Everything outside common/, server/ and public/ knows the plugin, never the reverse. */
const OUTSIDE = ['workbench', 'test', 'bench'];

/**
 * One direction for dependencies, within a layer too: what files must not import, by other layers
 * and by the rooms of their own. A room that is not named here may be used by all of its layer.
 */
function mustNotKnow(files, { layers, rooms = [], packages = [] }) {
  const layer = `(\\.\\./)+(${layers.join('|')})(/|$)`;
  const room = `(\\.\\./)+(${rooms.join('|')})(/|$)`;
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^${layer}`, message: 'This layer must not know that one.' },
            ...(rooms.length > 0
              ? [{ regex: `^${room}`, message: 'Dependencies between rooms run the other way.' }]
              : []),
          ],
          paths: packages,
        },
      ],
    },
  };
}

const inCommon = (files, rooms) =>
  mustNotKnow(files, { layers: ['public', 'server', ...OUTSIDE], rooms });

const inServer = (files, rooms) => mustNotKnow(files, { layers: ['public', ...OUTSIDE], rooms });

const inPublic = (files, rooms) =>
  mustNotKnow(files, {
    layers: ['server', ...OUTSIDE],
    rooms,
    packages: [
      {
        name: 'zod',
        allowTypeImports: true,
        message: 'The browser bundle carries the types only.',
      },
    ],
  });

export default tseslint.config(
  { ignores: ['.cache/', 'build/', 'target/', 'node_modules/', 'test/results/', 'bench/results/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['workbench/**', 'test/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['public/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['{common,server,public}/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx'] })],
    },
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  // models, replacement, deletion → dependents → safe_delete; a contract knows the nouns, never the reverse
  inCommon(['common/**'], []),
  inCommon(['common/{models,safe_delete,history}/**'], [...CAPABILITIES, 'contracts']),
  inCommon(['common/dependents/**'], ['deletion', 'replacement', 'contracts']),
  inCommon(['common/{deletion,replacement}/**'], ['contracts']),
  inServer(['server/**'], []),
  inServer(['server/cluster/**'], [...CAPABILITIES, 'documents', 'routes']),
  inServer(['server/documents/**'], [...CAPABILITIES, 'routes']),
  inServer(['server/{safe_delete,history}/**'], [...CAPABILITIES, 'routes']),
  inServer(['server/dependents/**'], ['models', 'deletion', 'replacement', 'routes']),
  inServer(['server/models/**'], ['deletion', 'replacement', 'routes']),
  inServer(['server/deletion/**'], ['replacement', 'routes']),
  inServer(['server/replacement/**'], ['deletion', 'routes']),
  inPublic(['public/**'], []),
  inPublic(
    ['public/{platform,api,services,labels,components,data_source}/**', 'public/queries.ts'],
    CAPABILITIES
  ),
  inPublic(['public/{safe_delete,history}/**'], CAPABILITIES),
  inPublic(['public/dependents/**'], ['models', 'deletion', 'replacement', 'safe_delete']),
  inPublic(['public/deletion/**'], ['models', 'replacement', 'safe_delete']),
  inPublic(['public/models/**'], ['replacement']),
  inPublic(['public/replacement/**'], ['safe_delete'])
);
