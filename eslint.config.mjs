import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** One direction for dependencies: each layer names what it must not know. */
function mustNotKnow(files, patterns, extra = []) {
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: patterns.map((folder) => ({
            group: [`**/${folder}/**`, `**/${folder}`],
            message: `This layer doesn't know ${folder}/.`,
          })),
          paths: extra,
        },
      ],
    },
  };
}

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
  mustNotKnow(['common/**'], ['public', 'server', 'workbench', 'test', 'bench']),
  mustNotKnow(['server/**'], ['public', 'workbench', 'test', 'bench']),
  mustNotKnow(
    ['public/**'],
    ['server', 'workbench', 'test', 'bench'],
    [{ name: 'zod', message: 'The browser bundle carries the types only.' }]
  )
);
