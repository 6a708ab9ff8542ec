import type { ConnectorReview } from '../dependents/connector';
import type { Coverage } from '../dependents/coverage';
import { connectorToDelete, judgeConnector } from './connector';

const READ: Coverage = [{ source: 'agent', state: 'read' }];
const FORBIDDEN: Coverage = [{ source: 'agent', state: 'forbidden' }];
const UNUSED: ConnectorReview = { id: 'c', name: 'bedrock', users: [], fingerprint: 'f' };
const used = (...users: Array<[string, string]>): ConnectorReview => ({
  ...UNUSED,
  users: users.map(([kind, id]) => ({ kind, id, name: id })),
});

describe('judgeConnector', () => {
  it.each([
    ['unused', UNUSED, READ],
    ['in_use', used(['agent', 'a']), READ],
    // what is known is said before what isn't
    ['in_use', used(['model', 'm']), FORBIDDEN],
    ['not_checked', UNUSED, FORBIDDEN],
    ['not_checked', { ...UNUSED, users: null }, READ],
    ['unread', { ...UNUSED, fingerprint: null }, READ],
  ] as const)('is %s', (verdict, connector, coverage) => {
    expect(judgeConnector(connector, coverage)).toBe(verdict);
  });

  it('leaves out models that go before it, and nothing else of their ids', () => {
    const gone = new Set(['m']);
    expect(judgeConnector(used(['model', 'm']), READ, gone)).toBe('unused');
    expect(judgeConnector(used(['model', 'm'], ['model', 'n']), READ, gone)).toBe('in_use');
    expect(judgeConnector(used(['agent', 'm']), READ, gone)).toBe('in_use');
  });
});

describe('connectorToDelete', () => {
  it('is none where the model has none, or it can’t go', () => {
    expect(connectorToDelete({ connector: null, coverage: READ })).toBeNull();
    expect(connectorToDelete({ connector: UNUSED, coverage: FORBIDDEN })).toBeNull();
    expect(connectorToDelete({ connector: UNUSED, coverage: READ })).toEqual({
      ...{ id: 'c', name: 'bedrock', fingerprint: 'f' },
    });
  });
});
