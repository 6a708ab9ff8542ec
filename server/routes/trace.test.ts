import type { contracts } from '../../common/http';
import type { Cluster } from '../cluster';
import { ClusterError } from '../cluster';
import { traced, type Traced } from './trace';

const lines: Array<Record<string, unknown>> = [];
const logger = {
  debug: () => {},
  info: (line: string) => lines.push(JSON.parse(line)),
  warn: () => {},
  error: () => {},
};

const clusterOf = (authinfo: unknown): Cluster => ({
  request: () => (authinfo instanceof Error ? Promise.reject(authinfo) : Promise.resolve(authinfo)),
  readStream: () => Promise.reject(new Error('not asked for')),
});
const cluster = clusterOf({ user_name: 'anna', roles: ['ml_full_access'] });

const trace: Traced<typeof contracts.putSafeDelete> = {
  event: 'set_safe_delete',
  asked: ({ body: { scope, enabled } }) => ({ scope, enabled }),
  answered: ({ enabled }) => ({ now: enabled }),
};
const request = {
  params: {},
  query: { data_source_id: 'other' },
  body: { scope: 'persistent' as const, enabled: true },
};
const answer = {
  supported: true,
  enabled: true,
  source: 'persistent' as const,
  transient: null,
  persistent: true,
};
const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => lines.splice(0));

describe('traced', () => {
  it('leaves one line for what was done: who, what, result and duration', async () => {
    const handle = traced(logger, trace, async () => answer);
    expect(await handle(cluster, request)).toBe(answer);
    await settle();
    expect(lines).toEqual([
      {
        event: 'set_safe_delete',
        user: 'anna',
        data_source_id: 'other',
        scope: 'persistent',
        enabled: true,
        result: 'done',
        status: 200,
        now: true,
        duration_ms: expect.any(Number) as number,
      },
    ]);
  });

  it("leaves one for what was refused, in the cluster's words, and throws it on", async () => {
    const refused = new ClusterError('forbidden', 'no permissions for [x]', 403);
    const handle = traced(logger, trace, () => Promise.reject(refused));
    await expect(handle(cluster, request)).rejects.toBe(refused);
    await settle();
    expect(lines).toMatchObject([
      { user: 'anna', result: 'forbidden', status: 403, words: 'no permissions for [x]' },
    ]);
  });

  it('leaves one where it broke down, and where nobody says who asked', async () => {
    const broken = new Error('a mistake of ours');
    const handle = traced(logger, trace, () => Promise.reject(broken));
    const unauthorized = Object.assign(new Error('Unauthorized'), { statusCode: 401 });
    await expect(handle(clusterOf(unauthorized), request)).rejects.toBe(broken);
    await settle();
    expect(lines).toMatchObject([{ user: null, result: 'unexpected', status: 500 }]);
  });
});
