import { isAtLeast } from './release';

describe('isAtLeast', () => {
  it.each([
    ['2.19.6', '3.0.0', false],
    ['3.0.0', '3.0.0', true],
    ['3.6.0', '3.3.0', true],
    ['3.10.0', '3.9.0', true],
    ['3.1.0-SNAPSHOT', '3.1.0', true],
  ])('%s, %s: %s', (version, since, expected) => {
    expect(isAtLeast(version, since)).toBe(expected);
  });
});
