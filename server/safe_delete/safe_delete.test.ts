import { safeDeleteFrom } from './safe_delete';

const values = { transient: undefined, persistent: undefined, defaults: 'false' };

describe('safeDeleteFrom', () => {
  it.each([
    ['the default', {}, { enabled: false, source: 'default' }],
    ["the nodes' file", { defaults: 'true' }, { enabled: true, source: 'node' }],
    [
      'a persistent value',
      { persistent: 'true', defaults: undefined },
      { enabled: true, source: 'persistent', persistent: true, transient: null },
    ],
    [
      'a transient value over a persistent one',
      { persistent: 'true', transient: 'false', defaults: undefined },
      { enabled: false, source: 'transient', persistent: true, transient: false },
    ],
  ])('follows the order of the cluster: %s', (_what, set, expected) => {
    expect(safeDeleteFrom({ ...values, ...set })).toMatchObject({ supported: true, ...expected });
  });

  it('says that a cluster which lists no such setting does not know it', () => {
    expect(safeDeleteFrom({ ...values, defaults: undefined })).toMatchObject({
      supported: false,
      enabled: false,
    });
  });
});
