import { SAFE_DELETE_OFF, SAFE_DELETE_ON } from '../test_support/fixtures';
import { mayTurnOff } from './safe_delete_state';

const on = { ...SAFE_DELETE_ON, enabled: true };
const off = { ...SAFE_DELETE_OFF, enabled: false };
const bothOn = { ...on, source: 'transient' as const, transient: true };

describe('mayTurnOff', () => {
  it.each([
    ['a persistent off', on, { enabled: false, scope: 'persistent' }, true],
    ['a persistent on', off, { enabled: true, scope: 'persistent' }, false],
    ['what is off already', off, { enabled: false, scope: 'persistent' }, false],
    ['no transient over a persistent on', bothOn, { enabled: null, scope: 'transient' }, false],
    [
      'no transient over a persistent off',
      { ...bothOn, persistent: false },
      { enabled: null, scope: 'transient' },
      true,
    ],
    [
      'no transient over what the nodes say, which is not known',
      { ...bothOn, persistent: null },
      { enabled: null, scope: 'transient' },
      true,
    ],
  ] as const)('%s', (_, setting, change, expected) => {
    expect(mayTurnOff(setting, change)).toBe(expected);
  });
});
