import { judgeConnector, type ConnectorVerdict } from '../../common/deletion/connector';
import {
  makeConnector,
  makeGroup,
  makeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { ask, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { as, type UserName } from './users';

afterEach(removeFixtures);

/** A model that everyone may see. */
async function makePublicModel(connectorId: string) {
  const groupId = await makeGroup(undefined, { access: 'public', ...as('ann') });
  return makeModel({ ...as('ann'), groupId, connectorId });
}

/** Who may see everything, who sees only models of the own team, and who may read no pipeline. */
const USERS = ['admin', 'ann', 'owner'] as const satisfies readonly UserName[];

const connectorAs = async (modelId: string, user: UserName) => {
  const { connector, coverage } = await call(
    'reviewModel',
    { params: { model_id: modelId } },
    as(user)
  );
  if (!connector) throw new Error(`The review of ${modelId} has no connector.`);
  return { ...connector, verdict: judgeConnector(connector, coverage) };
};

async function verdictsOn(modelId: string): Promise<Record<string, ConnectorVerdict>> {
  const verdicts = await Promise.all(
    USERS.map(async (user) => [user, (await connectorAs(modelId, user)).verdict] as const)
  );
  return Object.fromEntries(verdicts);
}

describe('the connector of a model, for three users', () => {
  it('is offered by whoever sees that nothing uses it, and not where that isn’t seen', async () => {
    const connectorId = await makeConnector();
    const { id } = await makePublicModel(connectorId);
    expect(await verdictsOn(id)).toEqual({
      ...{ admin: 'unused', ann: 'unused', owner: 'not_checked' },
    });
  });

  it('is offered by nobody while an agent’s tool uses it', async () => {
    const connectorId = await makeConnector();
    const { id } = await makePublicModel(connectorId);
    const { agent_id: agent } = await tell('POST', '/_plugins/_ml/agents/_register', {
      name: uniqueName('agent'),
      type: 'flow',
      tools: [{ type: 'ConnectorTool', parameters: { connector_id: connectorId } }],
    });
    removeLater(() => ask('DELETE', `/_plugins/_ml/agents/${String(agent)}`));
    expect(await verdictsOn(id)).toEqual({ admin: 'in_use', ann: 'in_use', owner: 'in_use' });
  });

  it('is offered by nobody while a model uses it that others can’t see', async () => {
    const connectorId = await makeConnector();
    const { id } = await makePublicModel(connectorId);
    await makeModel({ ...as('bob'), connectorId });
    expect(await verdictsOn(id)).toEqual({
      ...{ admin: 'in_use', ann: 'not_checked', owner: 'not_checked' },
    });
    // nor deleted, whoever asks for it past the page
    const { fingerprint } = await connectorAs(id, 'ann');
    await tell('DELETE', `/_plugins/_ml/models/${id}`);
    const request = {
      params: { connector_id: connectorId },
      query: { fingerprint: fingerprint ?? '' },
    };
    expect(await callExpectingError('deleteConnector', request, as('ann'))).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'incomplete' },
    });
    const { name } = await tell('GET', `/_plugins/_ml/connectors/${connectorId}`);
    expect(name).toBeDefined();
  });
});
