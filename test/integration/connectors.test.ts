import { judgeConnector } from '../../common/deletion/connector';
import {
  makeConnector,
  makeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { traceOf } from '../cluster/host_log';
import { ask, type Json, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

afterEach(removeFixtures);

const reviewOf = (id: string) => call('reviewModel', { params: { model_id: id } });

async function connectorOf(modelId: string) {
  const { connector, coverage } = await reviewOf(modelId);
  if (!connector) throw new Error(`The review of ${modelId} has no connector.`);
  return { ...connector, verdict: judgeConnector(connector, coverage) };
}

const deletion = (id: string, fingerprint?: string | null) => ({
  params: { connector_id: id },
  query: { ...(fingerprint && { fingerprint }) },
});
const isThere = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/connectors/${id}`)).name !== undefined;

async function makeFlowAgent(tool: Json): Promise<string> {
  const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name: uniqueName('agent'),
    type: 'flow',
    tools: [tool],
  });
  removeLater(() => ask('DELETE', `/_plugins/_ml/agents/${String(id)}`));
  return String(id);
}

describe('the connector of a model', () => {
  it('goes after the model, at once, where nothing else uses it', async () => {
    const connectorId = await makeConnector();
    const { id } = await makeModel({ connectorId });
    const { connector, fingerprint } = await reviewOf(id);
    expect(connector).toMatchObject({ id: connectorId, users: [] });
    await call('deleteModel', { params: { model_id: id }, query: { fingerprint } });
    expect(await call('deleteConnector', deletion(connectorId, connector?.fingerprint))).toEqual({
      result: 'deleted',
      connector_id: connectorId,
    });
    expect(await isThere(connectorId)).toBe(false);
    expect(traceOf(({ connector_id: one }) => one === connectorId)).toMatchObject([
      { event: 'delete_connector', result: 'done', status: 200 },
    ]);
    const again = deletion(connectorId, connector?.fingerprint);
    expect(await callExpectingError('deleteConnector', again)).toMatchObject({ statusCode: 404 });
  });

  it('stays while another model has it, of which its name is known', async () => {
    const connectorId = await makeConnector();
    const { id } = await makeModel({ connectorId });
    const other = await makeModel({ connectorId });
    const connector = await connectorOf(id);
    expect(connector).toMatchObject({
      verdict: 'in_use',
      users: [{ kind: 'model', id: other.id, name: other.name }],
    });
    await tell('DELETE', `/_plugins/_ml/models/${id}`);
    const refused = await callExpectingError(
      'deleteConnector',
      deletion(connectorId, connector.fingerprint)
    );
    expect(refused).toMatchObject({
      statusCode: 409,
      message: `The connector is in use by ${other.name}.`,
      attributes: { reason: 'refused' },
    });
    expect(await isThere(connectorId)).toBe(true);
  });

  it.each([
    ['a tool', (id: string) => ({ type: 'ConnectorTool', parameters: { connector_id: id } })],
    [
      'a list of MCP connectors, which is a text',
      (id: string) => ({
        type: 'ListIndexTool',
        parameters: { mcp_connectors: JSON.stringify([{ mcp_connector_id: id }]) },
      }),
    ],
  ])('stays while an agent has it in %s, of which ML Commons knows nothing', async (_, toolOf) => {
    const connectorId = await makeConnector();
    const { id } = await makeModel({ connectorId });
    const agent = await makeFlowAgent(toolOf(connectorId));
    const connector = await connectorOf(id);
    expect(connector).toMatchObject({ verdict: 'in_use', users: [{ kind: 'agent', id: agent }] });
    await tell('DELETE', `/_plugins/_ml/models/${id}`);
    expect(
      await callExpectingError('deleteConnector', deletion(connectorId, connector.fingerprint))
    ).toMatchObject({ statusCode: 409, attributes: { reason: 'refused' } });
    expect(await isThere(connectorId)).toBe(true);
  });

  it('stays where it was changed since the review, and without one', async () => {
    const connectorId = await makeConnector();
    const { id } = await makeModel({ connectorId });
    const { fingerprint } = await connectorOf(id);
    await tell('DELETE', `/_plugins/_ml/models/${id}`);
    expect(await callExpectingError('deleteConnector', deletion(connectorId))).toMatchObject({
      statusCode: 428,
    });
    await tell('PUT', `/_plugins/_ml/connectors/${connectorId}`, { description: 'another' });
    expect(
      await callExpectingError('deleteConnector', deletion(connectorId, fingerprint))
    ).toMatchObject({ statusCode: 409, attributes: { reason: 'changed' } });
    expect(await isThere(connectorId)).toBe(true);
  });

  it('is none where the model has it inside, and where it is gone', async () => {
    const connectorId = await makeConnector();
    const { id } = await makeModel({ connectorId });
    const { _source: source } = await tell('GET', `/.plugins-ml-connector/_doc/${connectorId}`);
    await tell('DELETE', `/.plugins-ml-connector/_doc/${connectorId}?refresh=true`);
    expect((await reviewOf(id)).connector).toBeNull();
    await tell('PUT', `/.plugins-ml-connector/_doc/${connectorId}?refresh=true`, source as Json);
    expect((await reviewOf(id)).connector).toMatchObject({ id: connectorId });
  });
});
