import { readFileSync } from 'fs';
import type { DependentKind, NodeKind } from '../../common/dependents/kinds';
import { isAtLeast } from '../../workbench/sample_data/release';
import { environment } from '../cluster/environment';
import { makeFaults, mendWire } from '../cluster/faults';
import { makeGroup, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, type Json, setSafeDelete, tell } from '../cluster/opensearch';
import { call, callExpectingError, send } from '../cluster/plugin_api';
import { waitFor } from '../cluster/wait_for';

const undo: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  await mendWire();
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  await removeFixtures();
  await setSafeDelete(null);
});

/** Each place has one of its own, so that a test that fails names the place. */
const placed = new Map<string, string>();
function canary(place: string): string {
  const secret = `cnry${placed.size}Zq${process.pid}`;
  placed.set(secret, place);
  return secret;
}

/** The places whose secret stands in some text. */
function placesIn(text: unknown): string[] {
  const written = typeof text === 'string' ? text : JSON.stringify(text);
  return [...placed].flatMap(([secret, place]) => (written.includes(secret) ? [place] : []));
}

/** The whole log, once it has a line about a model: that is written after the answer. */
function logAbout(modelId: string): Promise<string> {
  const { hostLog } = environment();
  return waitFor(`a line about ${modelId} in the log`, () => {
    const log = readFileSync(hostLog, 'utf8');
    return log.includes(modelId) ? log : undefined;
  });
}

const NAMES = [
  'openAI_key',
  'api-key',
  'x-api-key',
  'token',
  'auth_token',
  'access_token',
  'client_secret',
  'private_key',
  'aws_secret_access_key',
  'password',
];

/** A secret under each name, as a text, in JSON in a text, and in a text that is no JSON. */
function parametersWithSecrets(where: string): Record<string, string> {
  const named = NAMES.map((name) => [name, canary(`${where}: ${name}`)] as const);
  const inner = JSON.stringify({ inner: { api_key: canary(`${where}: JSON in a text`) } });
  return {
    ...Object.fromEntries(named),
    in_json: inner,
    no_json: `{"size": \${parameters.size}, "token": "${canary(`${where}: a text like JSON`)}"}`,
    deeper: `{"size": \${parameters.size}, "body": ${JSON.stringify(
      JSON.stringify({ headers: { 'X-Key': canary(`${where}: JSON in a text like JSON`) } })
    )}}`,
    endpoint: `https://host/v1?model=x&key=${canary(`${where}: a URL's query`)}`,
    proxy: `http://user:${canary(`${where}: a URL's user`)}@host:8080`,
    note: `Send it with "Bearer ${canary(`${where}: Bearer`)}".`,
    too_deep: `${'['.repeat(20_000)}"${canary(`${where}: too deep`)}"`,
  };
}

function connectorWithSecrets(where: string): Json {
  return {
    name: uniqueName('connector'),
    description: 'of a test',
    version: '1',
    protocol: 'http',
    parameters: parametersWithSecrets(where),
    credential: { key: canary(`${where}: credential`) },
    actions: [
      {
        action_type: 'predict',
        method: 'POST',
        url: `http://127.0.0.1:9/v1?key=${canary(`${where}: url's query`)}`,
        headers: {
          Authorization: 'Bearer ${credential.key}',
          'X-Own': canary(`${where}: headers`),
        },
        request_body: `{ "input": \${parameters.input}, "api_key": "${canary(`${where}: request_body`)}" }`,
      },
    ],
  };
}

interface Uses {
  modelId: string;
  connectorId: string;
  groupId: string;
  embeddedId: string;
  dependents: Array<{ kind: DependentKind; id: string }>;
}

/** A model, and one with a connector of its own, with secrets all about. */
async function makeSecrets(): Promise<Uses> {
  const { connector_id: connectorId } = await tell(
    'POST',
    '/_plugins/_ml/connectors/_create',
    connectorWithSecrets('connector')
  );
  undo.push(() => ask('DELETE', `/_plugins/_ml/connectors/${connectorId}`));
  const { id: modelId, groupId } = await makeModel({
    connectorId: String(connectorId),
    description: `Bearer ${canary('description')}`,
  });
  const { model_id: embeddedId } = await tell('POST', '/_plugins/_ml/models/_register', {
    name: uniqueName('embedded'),
    function_name: 'remote',
    model_group_id: await makeGroup(),
    connector: connectorWithSecrets('embedded connector'),
    guardrails: {
      type: 'model',
      input_guardrail: {
        model_id: modelId,
        response_filter: `{"x": \${y}, "token": "${canary('guardrail')}"}`,
        response_validation_regex: '^accept$',
      },
    },
  });
  undo.push(() => ask('DELETE', `/_plugins/_ml/models/${embeddedId}`));
  const pipeline = uniqueName('pipeline');
  await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
    description: `Bearer ${canary('pipeline: description')}`,
    processors: [
      { text_embedding: { model_id: modelId, field_map: { text: 'vector' } } },
      { set: { field: 'api_key', value: canary('pipeline: set') } },
      {
        script: {
          source: `ctx.api_key = '${canary('pipeline: script')}';`,
          params: parametersWithSecrets('pipeline: params'),
        },
      },
    ],
  });
  undo.push(() => ask('DELETE', `/_ingest/pipeline/${pipeline}`));
  const { agent_id: agentId } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name: uniqueName('agent'),
    type: 'flow',
    parameters: parametersWithSecrets('agent: parameters'),
    tools: [
      {
        type: 'MLModelTool',
        parameters: { model_id: modelId, ...parametersWithSecrets('agent: tool') },
      },
    ],
  });
  undo.push(() => ask('DELETE', `/_plugins/_ml/agents/${agentId}`));
  return {
    modelId,
    connectorId: String(connectorId),
    groupId,
    embeddedId: String(embeddedId),
    dependents: [
      { kind: 'ingest_pipeline', id: pipeline },
      { kind: 'agent', id: String(agentId) },
      { kind: 'model', id: String(embeddedId) },
    ],
  };
}

describe('a secret', () => {
  beforeEach(() => placed.clear());

  it('is in no answer and in no line of the log, wherever it stands', async () => {
    await setSafeDelete(false);
    const { modelId, connectorId, groupId, embeddedId, dependents } = await makeSecrets();
    // they are there to be shown
    const stored = await Promise.all([
      ask('GET', `/_plugins/_ml/connectors/${connectorId}`),
      ask('GET', `/_plugins/_ml/models/${embeddedId}`),
      ask('GET', `/_ingest/pipeline/${dependents[0]?.id}`),
      ask('GET', `/_plugins/_ml/agents/${dependents[1]?.id}`),
    ]);
    const shownByCluster = placesIn(stored);
    expect(shownByCluster.length).toBeGreaterThan(placed.size - 10);

    const answers: Record<string, unknown> = {};
    const definition = (kind: NodeKind, id: string) =>
      call('getDefinition', { params: { kind, id } });
    answers.connector = await definition('connector', connectorId);
    answers.group = await definition('model_group', groupId);
    for (const { kind, id } of dependents) {
      answers[`definition of ${kind}`] = await definition(kind, id);
      const query = { model_id: modelId };
      const ofDependent = await call('getDependent', { params: { kind, id }, query });
      answers[`requests of ${kind}`] = ofDependent;
      answers[`text for Dev Tools of ${kind}`] = await call('getConsoleRequest', {
        params: { kind, id },
        query,
      });
      const { remove_reference: remove } = ofDependent.requests;
      // what would write over a secret says so
      if (remove?.includes('***'))
        expect(remove).toMatch(/\n# Credentials, header values .*“\*\*\*”/);
    }
    for (const id of [modelId, embeddedId]) {
      const params = { model_id: id };
      answers[`model ${id}`] = await call('getModel', { params });
      answers[`review ${id}`] = await call('reviewModel', { params });
      answers[`recovery ${id}`] = await call('getRecovery', { params });
      answers[`graph ${id}`] = await call('getGraph', { query: { model_id: id } });
    }
    answers.graph = await call('getGraph');
    answers.dangling = await call('listDangling');
    answers.list = await call('listModels', { query: { size: 1000 } });
    answers.run = await call('reviewModels', { body: { model_ids: [modelId, embeddedId] } });
    const stopped = { params: { model_id: modelId }, query: { fingerprint: '0'.repeat(64) } };
    answers.stopped = await callExpectingError('deleteModel', stopped);
    for (const [name, answer] of Object.entries(answers)) {
      expect([name, placesIn(answer)]).toEqual([name, []]);
    }
    expect(JSON.stringify(answers['recovery ' + modelId])).toContain('${parameters.input}');
    expect(placesIn(await logAbout(modelId))).toEqual([]);
  });

  it('is not repeated in the words of an error', async () => {
    const { id } = await makeModel();
    const secret = canary('an error');
    const reasons = [
      `Failed to parse {"api_key": "${secret}"}`,
      `Invalid payload: { "input": x, "headers": {"X-Key": "${secret}"} }`,
      `Connection to https://user:${secret}@host/v1?key=${secret} failed`,
      `Authorization: Bearer ${secret}`,
    ];
    for (const reason of reasons) {
      const body = JSON.stringify({ error: { type: 'parse_exception', reason }, status: 400 });
      for (const path of [`models/${id}`, '_ingest/pipeline', 'connectors/']) {
        await makeFaults({ path, answer: { status: 400, body } });
        const params = { model_id: id };
        for (const name of ['getModel', 'reviewModel', 'getRecovery', 'deleteModel'] as const) {
          expect(placesIn((await send(name, { params })).body)).toEqual([]);
        }
        expect(placesIn((await send('getGraph', { query: params })).body)).toEqual([]);
        const undeployed = await send('undeployModel', { params, query: { wait_seconds: 1 } });
        expect(placesIn(undeployed.body)).toEqual([]);
      }
    }
    // cut out of JSON, and whole where none was promised
    for (const body of [`{"api_key": "${secret}", `, `{"x": {}} "api_key": "${secret}"`]) {
      await makeFaults({ path: `models/${id}`, answer: { status: 200, body } });
      expect(placesIn((await send('getModel', { params: { model_id: id } })).body)).toEqual([]);
    }
    expect(placesIn(await logAbout(id))).toEqual([]);
  });

  it('does not bring the server down where it lies deeper than any definition', async () => {
    const secret = canary('too deep');
    const depth = 100_000;
    const nested = `${'{"a":'.repeat(depth)}{"api_key":"${secret}"}${'}'.repeat(depth)}`;
    const pipeline = 'deep-pipeline';
    await makeFaults({
      path: `_ingest/pipeline/${pipeline}`,
      answer: { status: 200, body: `{"${pipeline}":{"processors":[${nested}]}}` },
    });
    const params = { kind: 'ingest_pipeline' as const, id: pipeline };
    const shown = await call('getDefinition', { params });
    expect(placesIn(shown)).toEqual([]);
    expect(JSON.stringify(shown)).toContain('***');
    const ofDependent = await call('getDependent', { params, query: { model_id: 'any' } });
    expect(placesIn(ofDependent)).toEqual([]);
  });

  it('hides no reference to a model: where the ID may be one, that is said', async () => {
    const { id: modelId } = await makeModel();
    const pipeline = uniqueName('pipeline');
    await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
      processors: [{ script: { source: 'int x = 1;', params: { model_key: modelId } } }],
    });
    undo.push(() => ask('DELETE', `/_ingest/pipeline/${pipeline}`));
    const params = { kind: 'ingest_pipeline' as const, id: pipeline };
    const { requests } = await call('getDependent', { params, query: { model_id: modelId } });
    expect(requests.remove_reference).toBeNull();
    expect(requests.why_not).toMatch(/a part that may have a secret/);
  });

  it('of a memory container, a template or a mapping is kept back as well', async () => {
    const { id: modelId } = await makeModel();
    const index = uniqueName('index');
    await tell('PUT', `/${index}`, {
      mappings: { _meta: { model_id: modelId, ...parametersWithSecrets('mapping: _meta') } },
    });
    undo.push(() => ask('DELETE', `/${index}`));
    const search = uniqueName('search');
    await tell('PUT', `/_search/pipeline/${search}`, {
      request_processors: [
        { neural_query_enricher: { default_model_id: modelId, description: 'x' } },
        { script: { source: 'int x = 1;', params: parametersWithSecrets('search pipeline') } },
      ],
    });
    undo.push(() => ask('DELETE', `/_search/pipeline/${search}`));
    const places: Array<{ kind: DependentKind; id: string }> = [
      { kind: 'index', id: index },
      { kind: 'search_pipeline', id: search },
    ];
    if (isAtLeast(environment().opensearchVersion, '3.3.0')) {
      const { memory_container_id: container } = await tell(
        'POST',
        '/_plugins/_ml/memory_containers/_create',
        {
          name: uniqueName('container'),
          configuration: { llm_id: modelId, parameters: { api_key: canary('container') } },
        }
      );
      undo.push(() => ask('DELETE', `/_plugins/_ml/memory_containers/${container}`));
      places.push({ kind: 'memory_container', id: String(container) });
    }
    for (const params of places) {
      expect(placesIn(await call('getDefinition', { params }))).toEqual([]);
      const ofDependent = await call('getDependent', { params, query: { model_id: modelId } });
      expect(placesIn(ofDependent)).toEqual([]);
    }
    expect(placesIn(await call('getRecovery', { params: { model_id: modelId } }))).toEqual([]);
  });
});
