import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Stands between an owner and the command that it started, and ends the command when the owner is
 * gone, however it went: their channel closes then. Runs in a session of its own.
 */
const { command, args, cwd, uid, gid, graceSeconds, removeAtEnd } = JSON.parse(process.argv[2]);

const child = spawn(command, args, {
  cwd,
  uid,
  gid,
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});

let stopping = false;

function signalAll(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // nobody is left in the group, as macOS says it too when only the dead are
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

function stop() {
  if (stopping || child.pid === undefined) return;
  stopping = true;
  signalAll('SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), graceSeconds * 1000).unref();
}

function leave(ending) {
  removeAtEnd.forEach((path) => rmSync(path, { recursive: true, force: true }));
  if (!process.connected) process.exit(0);
  process.send(ending, () => process.exit(0));
}

process.on('message', (message) => {
  if (message === 'stop') stop();
  if (message === 'kill') signalAll('SIGKILL');
});
process.on('disconnect', stop);
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, stop));

child.on('spawn', () => process.connected && process.send({ pid: child.pid }));
child.on('error', (error) => leave({ failed: error.message }));
child.on('exit', (code, signal) => {
  // whatever the command left behind in its group
  signalAll('SIGKILL');
  leave({ code, signal });
});
if (!process.connected) stop();
