import type { Change } from '../../common/replacement/plan';
import type { ApplyBody } from '../api/client';
import { ApiError } from '../api/errors';
import { aChange, aJournal } from '../test_support/replacement_fixtures';
import { type Run, runChanges } from './run_changes';

const CHANGES = ['one', 'two', 'three'].map((id) => aChange({ id, name: id }));

/** A server that notes what it is asked, and fails where a test says so. */
function aServer(fails: (body: ApplyBody) => boolean = () => false) {
  const log: string[] = [];
  const applyChange = async (_modelId: string, body: ApplyBody) => {
    const { kind, id, dry_run: dryRun } = body;
    log.push(`${dryRun ? 'ask' : 'write'} ${id}`);
    if (fails(body)) throw new ApiError('Changed.', { reason: 'changed', status: 409 });
    const journal = aJournal({ kind, id, name: id });
    return dryRun
      ? { result: 'not_written' as const, journal }
      : {
          result: 'replaced' as const,
          journal: { ...journal, written: { at: 1, window_ms: 5, other_writes: 0 } },
        };
  };
  return { log, applyChange };
}

async function run(
  server: ReturnType<typeof aServer>,
  {
    changes = CHANGES,
    skipsFailures = false,
    isStopped = () => false,
  }: { changes?: Change[]; skipsFailures?: boolean; isStopped?: () => boolean } = {}
) {
  const runs: Run[] = [];
  const kept: string[][] = [];
  await runChanges(server, {
    modelId: 'old',
    replacementId: 'new',
    changes,
    possible: new Set(),
    skipsFailures,
    keep: async (journals) => {
      server.log.push('keep');
      kept.push(journals.map(({ id, written }) => `${id}${written ? ' written' : ''}`));
    },
    onProgress: (one) => runs.push(one),
    isStopped,
  });
  const last = runs[runs.length - 1];
  const states = [...(last?.states ?? [])].map(([key, { kind }]) => `${key}: ${kind}`);
  return { phase: last?.phase, states, kept };
}

describe('runChanges', () => {
  it('has the whole journal kept before the first write, and writes in order', async () => {
    const server = aServer();
    const { phase, states, kept } = await run(server);
    expect(server.log).toEqual([
      ...['ask one', 'ask two', 'ask three', 'keep'],
      ...['write one', 'keep', 'write two', 'keep', 'write three', 'keep'],
    ]);
    expect(kept).toEqual([
      ['one', 'two', 'three'],
      ...[['one written'], ['two written'], ['three written']],
    ]);
    expect([phase, ...states]).toEqual([
      'ended',
      ...['one', 'two', 'three'].map((id) => `ingest_pipeline/${id}: done`),
    ]);
  });

  it('writes nothing where one is another than the plan says', async () => {
    const server = aServer(({ id }) => id === 'two');
    const { states } = await run(server);
    expect(server.log.filter((line) => !line.startsWith('ask'))).toEqual([]);
    expect(states).toEqual([
      'ingest_pipeline/one: not_begun',
      'ingest_pipeline/two: failed',
      'ingest_pipeline/three: not_begun',
    ]);
  });

  it('ends with the first write that fails, and keeps what was written', async () => {
    const server = aServer(({ id, dry_run: dryRun }) => id === 'two' && !dryRun);
    const { states, kept } = await run(server);
    expect(server.log).not.toContain('write three');
    expect(states.map((one) => one.split(': ')[1])).toEqual(['done', 'failed', 'not_begun']);
    expect(kept).toEqual([['one', 'two', 'three'], ['one written']]);
  });

  it('leaves out what fails where that is asked for', async () => {
    const server = aServer(({ id }) => id === 'two');
    const { states } = await run(server, { skipsFailures: true });
    expect(server.log).not.toContain('write two');
    expect(states.map((one) => one.split(': ')[1])).toEqual(['done', 'failed', 'done']);
  });

  it('begins nothing once it is stopped', async () => {
    const server = aServer();
    const { states } = await run(server, { isStopped: () => server.log.includes('write one') });
    expect(server.log).not.toContain('write two');
    expect(states.map((one) => one.split(': ')[1])).toEqual(['done', 'not_begun', 'not_begun']);
  });

  it('says what the admin has agreed to, and only where that is needed', async () => {
    const bodies: ApplyBody[] = [];
    const server = aServer((body) => {
      bodies.push(body);
      return false;
    });
    const mixed = aChange({ id: 'mixed', mixed_vectors: [{ index: 'docs', documents: 2 }] });
    await run(server, { changes: [mixed, aChange({ id: 'plain' })] });
    expect(bodies.map(({ id, accept }) => [id, accept])).toEqual([
      ['mixed', ['mixed_vectors']],
      ['plain', undefined],
      ['mixed', ['mixed_vectors']],
      ['plain', undefined],
    ]);
  });
});
