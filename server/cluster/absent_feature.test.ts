import { mayHaveStored, switchedOffBy } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './errors';

describe('switchedOffBy', () => {
  it.each([
    [
      'Agent Framework is currently disabled. To enable it, update the setting "plugins.ml_commons.agent_framework_enabled" to true.',
      'plugins.ml_commons.agent_framework_enabled',
    ],
    ['Agent framework is disabled', 'plugins.ml_commons.agent_framework_enabled'],
    ['Search Relevance Workbench is disabled', 'plugins.search_relevance.workbench_enabled'],
    [
      'The MCP server is not enabled. To enable, please update the setting plugins.ml_commons.mcp_server_enabled',
      'plugins.ml_commons.mcp_server_enabled',
    ],
    [
      'This API is disabled. To enable it, update the setting [plugins.flow_framework.enabled] to true.',
      'plugins.flow_framework.enabled',
    ],
    ['no permissions for [cluster:admin/opensearch/ml/agents/search]', null],
  ])('%s: %s', (message, setting) => {
    expect(switchedOffBy(new ClusterError('rejected', message))).toBe(setting);
  });
});

describe('mayHaveStored', () => {
  const STATE = { cluster_name: 'x', metadata: { indices: { '.a': { state: 'open' } } } };
  const EMPTY = { health: 'green', 'docs.count': '0' };

  const stored = (state: unknown, rows: unknown) => {
    const cluster: Pick<Cluster, 'request'> = {
      async request({ path }) {
        const answer = path.startsWith('/_cat/') ? rows : state;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    };
    return mayHaveStored(cluster, ['.a', '.b']);
  };

  it('says no where the cluster has none of the indexes, or they are empty', async () => {
    expect(await stored({ cluster_name: 'x' }, new Error('not asked'))).toBe(false);
    expect(await stored(STATE, [EMPTY])).toBe(false);
    expect(await stored(STATE, [{ ...EMPTY, health: 'yellow' }])).toBe(false);
  });

  it.each([
    ['a document', STATE, [{ ...EMPTY, 'docs.count': '1' }]],
    ['a missing shard', STATE, [{ ...EMPTY, health: 'red' }]],
    ['a closed index', STATE, [{ health: 'green', 'docs.count': null }]],
    ['an index that is not shown', STATE, []],
    ['an answer that is none', {}, [EMPTY]],
    ['no permission for the state', new ClusterError('forbidden', 'no', 403), [EMPTY]],
    ['no permission for the count', STATE, new ClusterError('forbidden', 'no', 403)],
  ])('does not say no over %s', async (_what, state, rows) => {
    expect(await stored(state, rows)).toBe(true);
  });

  it('throws what is not the cluster’s', async () => {
    await expect(stored(new TypeError('x'), [])).rejects.toThrow(TypeError);
  });
});
