import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { acquireLock, LockHeldError, processIdentity, withLock } from './lock.mjs';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'a.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('is refused while its owner lives, and free once released', async () => {
  const lock = await acquireLock(path);
  await expect(acquireLock(path)).rejects.toBeInstanceOf(LockHeldError);
  lock.release();
  (await acquireLock(path)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('tells once whom it waits for', async () => {
  const lock = await acquireLock(path);
  const waitedFor: number[] = [];
  setTimeout(() => lock.release(), 500);
  const next = await acquireLock(path, { waitSeconds: 10, onWait: (pid) => waitedFor.push(pid) });
  expect(waitedFor).toEqual([process.pid]);
  next.release();
});

test.each([
  ['a dead owner', () => JSON.stringify({ pid: deadProcess(), identity: 'then', nonce: '1' })],
  [
    'an owner whose number another process has now',
    () => JSON.stringify({ pid: process.pid, identity: 'then', nonce: '1' }),
  ],
  ['a torn file', () => '{"pid":'],
])('is free after %s, even with a guard left behind', async (_what, content) => {
  writeFileSync(path, content());
  writeFileSync(`${path}.guard`, content());
  (await acquireLock(path)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('handed over it lives as long as the other process', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(other, 'spawn');
  const lock = await acquireLock(path);
  lock.handOver(other.pid ?? 0);
  await expect(acquireLock(path)).rejects.toMatchObject({ pid: other.pid });
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(processIdentity(other.pid ?? 0)).toBeUndefined();
  const next = await acquireLock(path, { waitSeconds: 5 });
  lock.release();
  expect(readdirSync(folder)).toEqual(['a.lock']);
  next.release();
});

test('is in one hand at a time, among processes that find it stale together', async () => {
  writeFileSync(path, JSON.stringify({ pid: deadProcess(), identity: 'then', nonce: '1' }));
  const counter = join(folder, 'count');
  writeFileSync(counter, '0');
  const lockModule = pathToFileURL(join(__dirname, 'lock.mjs')).href;
  const script = `
    import { withLock } from '${lockModule}';
    import { readFileSync, writeFileSync } from 'node:fs';
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    await withLock(process.argv[1], { waitSeconds: 30 }, async () => {
      const count = Number(readFileSync(process.argv[2], 'utf8'));
      await pause(5);
      writeFileSync(process.argv[2], String(count + 1));
    });`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, path, counter])
  );
  await Promise.all(children.map((child) => once(child, 'exit')));
  expect(readFileSync(counter, 'utf8')).toBe('6');
  await withLock(path, {}, async () => {});
}, 60_000);
