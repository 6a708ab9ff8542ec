import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The lock is in the hands of another process that is alive. */
export class LockHeldError extends Error {
  constructor(path, pid) {
    super(`Process ${pid} holds the lock ${path}`);
    this.name = 'LockHeldError';
    this.pid = pid;
  }
}

/** Tells a process from a later one with the same number; undefined when it isn't running. */
export function processIdentity(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return undefined;
  }
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).stdout.trim();
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? undefined : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function ownership(pid) {
  return JSON.stringify({ pid, identity: processIdentity(pid), nonce: randomUUID() });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The owner named by a lock's text; undefined when that process is gone. */
function liveOwner(text) {
  try {
    const { pid, identity } = JSON.parse(text);
    return processIdentity(pid) === identity ? pid : undefined;
  } catch {
    return undefined;
  }
}

function withTemporary(path, text, use) {
  const temporary = `${path}.${randomUUID()}`;
  writeFileSync(temporary, text);
  try {
    return use(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A link appears with its whole text at once, or fails because there is one already. */
function create(path, text) {
  return withTemporary(path, text, (temporary) => {
    try {
      linkSync(temporary, path);
      return true;
    } catch (error) {
      if (error.code === 'EEXIST') return false;
      throw error;
    }
  });
}

/** Removes a dead owner's lock, one process at a time, so that nobody removes a successor's. */
function clearStale(path) {
  const guard = `${path}.guard`;
  if (!create(guard, ownership(process.pid))) {
    const text = read(guard);
    if (text !== undefined && liveOwner(text) === undefined) rmSync(guard, { force: true });
    return;
  }
  try {
    const text = read(path);
    if (text !== undefined && liveOwner(text) === undefined) unlinkSync(path);
  } finally {
    rmSync(guard, { force: true });
  }
}

function heldLock(path, initialText) {
  let text = initialText;
  return {
    handOver(pid) {
      text = ownership(pid);
      withTemporary(path, text, (temporary) => renameSync(temporary, path));
    },
    release() {
      if (read(path) === text) rmSync(path, { force: true });
    },
  };
}

/**
 * Takes a lock among processes, a file. A lock whose owner has died is free.
 * Waits up to `waitSeconds` for a live owner, then rejects with LockHeldError.
 */
export async function acquireLock(path, { waitSeconds = 0, onWait = () => {} } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const giveUpAt = Date.now() + waitSeconds * 1000;
  const text = ownership(process.pid);
  let told = false;
  while (!create(path, text)) {
    const current = read(path);
    if (current === undefined) continue;
    const owner = liveOwner(current);
    if (owner === undefined) {
      clearStale(path);
      await pause(10);
      continue;
    }
    if (Date.now() >= giveUpAt) throw new LockHeldError(path, owner);
    if (!told) onWait(owner);
    told = true;
    await pause(200);
  }
  return heldLock(path, text);
}

/** Runs `work` under the lock. */
export async function withLock(path, options, work) {
  const lock = await acquireLock(path, options);
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}
