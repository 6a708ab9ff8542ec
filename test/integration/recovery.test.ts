import { isAtLeast } from '../../workbench/sample_data/release';
import { requestsIn, sendConsole } from '../cluster/console';
import { environment } from '../cluster/environment';
import {
  makeAgent,
  makeConversationalAgent,
  makeEnricherPipeline,
  makeIngestPipeline,
  makeLocalModel,
  makeModel,
  makeSearchPipeline,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { ask, tell, type Json } from '../cluster/opensearch';
import { call, callExpectingError, send } from '../cluster/plugin_api';

afterEach(removeFixtures);

const SECRETS = /secret-credential|secret-in-header|secret-in-tool/;

const recoveryOf = (modelId: string) => call('getRecovery', { params: { model_id: modelId } });
const requestsOf = async (kind: 'ingest_pipeline' | 'agent', id: string, modelId: string) =>
  (await call('getDependent', { params: { kind, id }, query: { model_id: modelId } })).requests;
const exists = async (path: string) => (await ask('GET', path)).error === undefined;

/** What a recovery must be able to bring back, and what it must not give away. */
async function makeModelInUse() {
  const model = await makeModel();
  const pipeline = await makeIngestPipeline(model.id);
  const { agent_id: agentId } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name: uniqueName('agent'),
    type: 'flow',
    tools: [
      {
        type: 'MLModelTool',
        parameters: {
          model_id: model.id,
          connectors: JSON.stringify([{ headers: { 'X-Key': 'secret-in-tool' } }]),
        },
      },
    ],
  });
  const { connector_id: connectorId } = await tell('GET', `/_plugins/_ml/models/${model.id}`);
  return { model, pipeline, agentId: String(agentId), connectorId: String(connectorId) };
}

describe('a recovery file', () => {
  it('has the model, its group, its connector and its dependents, and no secret', async () => {
    const { model, pipeline, agentId, connectorId } = await makeModelInUse();
    const recovery = await recoveryOf(model.id);
    expect(JSON.stringify(recovery)).not.toMatch(SECRETS);
    expect(recovery).toMatchObject({
      model_id: model.id,
      model: { name: model.name, connector_id: connectorId },
      model_group: { id: model.groupId, definition: { latest_version: 1 } },
      connector: {
        id: connectorId,
        definition: { actions: [{ headers: { Authorization: '***', 'X-Key': '***' } }] },
      },
      not_checked: [],
    });
    expect(recovery.connector?.definition).not.toHaveProperty('credential');
    expect(Date.now() - Date.parse(recovery.made_at)).toBeLessThan(60_000);
    expect(recovery.dependents).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'ingest_pipeline',
          id: pipeline,
          definition: await tell('GET', `/_ingest/pipeline/${pipeline}`).then(
            (all) => all[pipeline]
          ),
          references: [{ path: 'processors[0].text_embedding.model_id', enforcement: 'blocks' }],
        }),
        expect.objectContaining({ kind: 'agent', id: agentId }),
      ])
    );
    await ask('DELETE', `/_plugins/_ml/agents/${agentId}`);
  });

  it('says what can’t be brought back: of a local model its content', async () => {
    const local = await makeLocalModel();
    const remote = await makeModel();
    const content = expect.stringMatching(/can’t restore the content of the model/);
    expect((await recoveryOf(local.id)).note).toContainEqual(content);
    const ofRemote = (await recoveryOf(remote.id)).note;
    expect(ofRemote).not.toContainEqual(content);
    expect(ofRemote).toContainEqual(expect.stringMatching(/Credentials.* are left out/));
  });

  it('brings everything back with its requests, once all of it was deleted', async () => {
    const { model, pipeline, agentId, connectorId } = await makeModelInUse();
    const enricher = await makeEnricherPipeline(model.id);
    const { requests } = await recoveryOf(model.id);
    for (const path of [
      `/_plugins/_ml/agents/${agentId}`,
      `/_ingest/pipeline/${pipeline}`,
      `/_search/pipeline/${enricher}`,
      `/_plugins/_ml/models/${model.id}`,
      `/_plugins/_ml/model_groups/${model.groupId}`,
      `/_plugins/_ml/connectors/${connectorId}`,
    ]) {
      await tell('DELETE', path);
    }
    expect(await exists(`/_plugins/_ml/models/${model.id}`)).toBe(false);

    const newIds = new Map<string, string>();
    const sent = [];
    for (const { line, body = '' } of requestsIn(requests)) {
      // as an admin does: the new ids, each once it is known
      const filled = [...newIds].reduce((text, [was, is]) => text.replaceAll(was, is), body);
      const [answer] = await sendConsole(`${line}\n${filled}`);
      if (!answer) throw new Error(`${line} was not sent`);
      sent.push(answer);
      const { connector_id, model_group_id, model_id } = answer.body;
      if (connector_id) newIds.set(connectorId, String(connector_id));
      if (model_group_id) newIds.set(model.groupId, String(model_group_id));
      if (model_id) newIds.set(model.id, String(model_id));
    }
    expect(sent.map(({ request, status }) => [request, status])).toEqual([
      ['POST /_plugins/_ml/connectors/_create', 200],
      ['POST /_plugins/_ml/model_groups/_register', 200],
      ['POST /_plugins/_ml/models/_register', 200],
      [`PUT /_ingest/pipeline/${pipeline}`, 200],
      [`PUT /_search/pipeline/${enricher}`, 200],
      ['POST /_plugins/_ml/agents/_register', 200],
    ]);

    const newId = newIds.get(model.id) ?? '';
    const again = await recoveryOf(newId);
    expect(again.model).toMatchObject({ name: model.name, description: 'of a test' });
    expect(again.dependents.map(({ kind }) => kind).sort()).toEqual([
      'agent',
      'ingest_pipeline',
      'search_pipeline',
    ]);
    expect(again.model_group?.id).toBe(newIds.get(model.groupId));
    await tell('DELETE', `/_plugins/_ml/agents/${sent[5]?.body.agent_id}`);
    await tell('DELETE', `/_ingest/pipeline/${pipeline}`);
    await tell('DELETE', `/_search/pipeline/${enricher}`);
    await tell('DELETE', `/_plugins/_ml/models/${newId}`);
    await tell('DELETE', `/_plugins/_ml/model_groups/${again.model_group?.id}`);
    await tell('DELETE', `/_plugins/_ml/connectors/${again.connector?.id}`);
  });

  it('is of a model that exists', async () => {
    const error = await callExpectingError('getRecovery', {
      params: { model_id: 'no-such-model' },
    });
    expect(error).toMatchObject({ statusCode: 404, attributes: { reason: 'not_found' } });
  });
});

describe('the ways out of a block', () => {
  it('show a pipeline, and take the processor out of it', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const { show, remove_reference: remove } = await requestsOf(
      'ingest_pipeline',
      pipeline,
      model.id
    );
    const [shown] = await sendConsole(show);
    expect(Object.keys(shown?.body ?? {})).toEqual([pipeline]);
    expect(remove).toContain('processors[0]');
    expect(await sendConsole(remove ?? '')).toMatchObject([{ status: 200 }]);
    expect((await recoveryOf(model.id)).dependents).toEqual([]);
    const after = await requestsOf('ingest_pipeline', pipeline, model.id);
    expect(after).toMatchObject({ remove_reference: null, why_not: expect.any(String) });
  });

  it('free an agent of the model, or delete it where the release can’t change agents', async () => {
    const model = await makeModel();
    const other = await makeModel();
    const agents = [await makeAgent(model.id), await makeConversationalAgent(model.id)];
    for (const { id } of agents) {
      const { remove_reference: remove } = await requestsOf('agent', id, model.id);
      const fill = (text: string) => text.replaceAll('<ID of another model>', other.id);
      expect(await sendConsole(remove ?? '', fill)).toMatchObject([{ status: 200 }]);
    }
    expect((await recoveryOf(model.id)).dependents).toEqual([]);
    const kept = isAtLeast(environment().opensearchVersion, '3.1.0') ? agents.length : 0;
    expect((await recoveryOf(other.id)).dependents).toHaveLength(kept);
  });

  it('take a search pipeline’s processor out, and say why a field of an index stays', async () => {
    const model = await makeModel();
    const search = await makeSearchPipeline(model.id);
    const { requests } = await call('getDependent', {
      params: { kind: 'search_pipeline', id: search },
      query: { model_id: model.id },
    });
    // what Dev Tools loads
    const host = environment().hosts['18'];
    const path = `/api/ml_models/dependents/search_pipeline/${search}/console_request`;
    const text = await fetch(`${host}${path}?model_id=${model.id}`);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await text.text()).toBe(requests.remove_reference);
    expect(await sendConsole(requests.remove_reference ?? '')).toMatchObject([{ status: 200 }]);
    const index = uniqueName('index');
    await tell('PUT', `/${index}`, {
      mappings: { properties: { text: { type: 'text', meta: { model_id: model.id } } } },
    });
    const ofIndex = await call('getDependent', {
      params: { kind: 'index', id: index },
      query: { model_id: model.id },
    });
    expect(ofIndex.requests.remove_reference).toBeNull();
    expect(ofIndex.requests.why_not).toMatch(/Reindex/);
    expect(
      await call('getConsoleRequest', {
        params: { kind: 'index', id: index },
        query: { model_id: model.id },
      })
    ).toBe(ofIndex.requests.show);
    await tell('DELETE', `/${index}`);
  });

  it('find templates of all kinds by their ids', async () => {
    const model = await makeModel();
    const name = uniqueName('template');
    const mappings: Json = { _meta: { model_id: model.id } };
    const bodies: Record<string, Json> = {
      [name]: { index_patterns: [`${name}-*`], template: { mappings } },
      [`_component_template/${name}`]: { template: { mappings } },
      [`_template/${name}`]: { index_patterns: [`${name}-*`], mappings },
    };
    for (const [id, body] of Object.entries(bodies)) {
      const path = id === name ? `/_index_template/${name}` : `/${id}`;
      await tell('PUT', path, body);
      const { definition, requests } = await call('getDependent', {
        params: { kind: 'index_template', id },
        query: { model_id: model.id },
      });
      expect(JSON.stringify(definition)).toContain(model.id);
      expect(requests.show).toBe(`GET ${path}\n`);
      expect(await sendConsole(requests.remove_reference ?? '')).toMatchObject([{ status: 200 }]);
      expect(JSON.stringify(await tell('GET', path))).not.toContain(model.id);
    }
    expect((await recoveryOf(model.id)).dependents).toEqual([]);
    for (const id of Object.keys(bodies)) {
      await tell('DELETE', id === name ? `/_index_template/${name}` : `/${id}`);
    }
  });

  it('are of a resource that exists under that very id', async () => {
    const query = { model_id: 'any' };
    for (const params of [
      { kind: 'ingest_pipeline', id: 'no-such' } as const,
      { kind: 'index', id: 'no-such' } as const,
      { kind: 'agent', id: 'no-such' } as const,
    ]) {
      const error = await callExpectingError('getDependent', { params, query });
      expect(error).toMatchObject({ statusCode: 404, attributes: { reason: 'not_found' } });
    }
    const { status } = await send('getDependent', {
      params: { kind: 'index', id: '..' },
      query,
    });
    expect([400, 404]).toContain(status);
  });
});
