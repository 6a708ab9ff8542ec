import '@testing-library/jest-dom';
import { configure as configureDom } from '@testing-library/dom';
import { configure, getConfig } from '@testing-library/react';
import { deserialize, serialize } from 'node:v8';

// what hangs fails; what is slow on a busy machine does not
configure({ testIdAttribute: 'data-test-subj', asyncUtilTimeout: 30_000 });
jest.setTimeout(120_000);

// user-event fires through this copy of testing-library, which for React 16 is another one
const { asyncWrapper, eventWrapper } = getConfig();
configureDom({ asyncWrapper, eventWrapper });

// what all browsers have and jsdom hasn't; it lays nothing out, so no size ever changes
globalThis.structuredClone ??= <T>(value: T) => deserialize(serialize(value)) as T;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.DOMMatrixReadOnly ??= class {
  m22 = 1;
} as unknown as typeof DOMMatrixReadOnly;

/**
 * React's warnings, each of which would be on the console of a real page too; not those of `act`,
 * which only a test has, and not that of 18 about `ReactDOM.render`, which is how 16 and 18 mount.
 */
const EXPECTED = /wrapped in act|ReactDOM\.render is no longer supported/;
let warnings: string[] = [];
const { error } = console;
console.error = (...parts: unknown[]) => {
  const text = String(parts[0]);
  if (/^Warning: /.test(text) && !EXPECTED.test(text)) warnings.push(parts.join(' '));
  error(...parts);
};
afterEach(() => {
  const taken = warnings;
  warnings = [];
  expect(taken).toEqual([]);
});
