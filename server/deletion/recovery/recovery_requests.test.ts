import { recoveryRequests, type RecoveryInput } from './recovery_requests';

const STOCK: RecoveryInput = {
  model: { id: 'm1', name: 'minilm', stored: { name: 'minilm', algorithm: 'REMOTE' } },
  group: { id: 'g1', stored: { name: 'g' } },
  connector: { id: 'c1', stored: { name: 'c' } },
  dependents: [
    { kind: 'agent', id: 'a1', name: 'router', stored: { name: 'router' } },
    { kind: 'index', id: 'docs', name: 'docs', stored: { mappings: {} } },
    { kind: 'index_template', id: 't', name: 't', stored: {} },
    { kind: 'index_template', id: '_component_template/c', name: 'c', stored: {} },
    { kind: 'ingest_pipeline', id: 'p', name: 'p', stored: { processors: [] } },
  ],
};

const requestLines = (text: string) =>
  text.split('\n').filter((line) => /^(PUT|POST|DELETE) /.test(line));

describe('recoveryRequests', () => {
  it('come in the order in which one needs the other', () => {
    expect(requestLines(recoveryRequests(STOCK, []))).toEqual([
      'POST /_plugins/_ml/connectors/_create',
      'POST /_plugins/_ml/model_groups/_register',
      'POST /_plugins/_ml/models/_register',
      'PUT /_ingest/pipeline/p',
      'PUT /_component_template/c',
      'PUT /_index_template/t',
      'PUT /docs',
      'POST /_plugins/_ml/agents/_register',
    ]);
  });

  it('begin with what can’t be brought back', () => {
    expect(recoveryRequests(STOCK, ['No content.'])).toMatch(
      /^# model minilm \(m1\)\n# No content\./
    );
  });

  it('name what was not read, and warn of what is left out', () => {
    const text = recoveryRequests(
      {
        ...STOCK,
        dependents: [
          { kind: 'agent', id: 'a1', name: 'router', stored: null },
          { kind: 'agent', id: 'a2', name: 'other', stored: { model: { credential: 'canary' } } },
        ],
      },
      []
    );
    expect(text).toContain('# agent router (a1)\n# Couldn’t read the resource.');
    expect(text).toMatch(
      /# agent other \(a2\)(\n# .*)*\n# Credentials, header values and everything/
    );
    expect(text).not.toContain('canary');
  });
});
