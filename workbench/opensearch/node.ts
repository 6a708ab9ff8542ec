import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { acquireLock, LockHeldError, type Lock } from '../setup/lock.mjs';
import { ensureCommand, isExecutable } from '../setup/debian_package';
import { makeFolder, provideFolders } from './folders';
import { provideInstallation } from './installation';
import { prepareInstance, type Instance } from './instance';
import { provideJava } from './java_choice';
import type { Java } from './java';
import { fetchWithMaven } from './maven';
import { whenReady } from './readiness';
import { recipeOf } from './recipe';
import { ADMIN, authorizationOf, writeSecurity } from './security';
import type { Settings } from './settings';
import { canReach, unprivilegedAccount, type Account } from './unprivileged_account';
import type { EmbeddedVersion } from './versions';
import { startWatched, type WatchedProcess } from './watched_process';

export interface OpenSearchNode {
  url: string;
  version: EmbeddedVersion;
  pid: number;
  logFile: string;
  /** The admin, where the node runs with security. */
  username?: string;
  password?: string;
  /** Ends it orderly; resolves when it is gone. */
  stop(): Promise<void>;
  /** SIGKILL, for tests of a cluster that vanishes. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** Otherwise the newest that a Java found here can run; with security 2.19.6. */
  version?: EmbeddedVersion;
  /** With the security plugin and ML Commons' access control; only 2.19.6 has one. */
  security?: boolean;
  /** Otherwise a free one. */
  port?: number;
  /** Names the data folder: letters, digits, `_` and `-`. */
  instance: string;
  /** Starts over without the data of earlier runs. */
  fresh?: boolean;
  /** OpenSearch settings by flat name, over those that it starts with. */
  settings?: Record<string, unknown>;
  /** Java heap as -Xmx takes it; 1g unless told. */
  heap?: string;
  /** Whether what it answers is timed: then it comes up slower, and gets as fast as it can be. */
  isMeasured?: boolean;
  /** How long it may take to come up; 300 unless told. */
  bootSeconds?: number;
  say(line: string): void;
}

/** OpenSearch didn't come up; the message has the end of its log. */
export class OpenSearchStartError extends Error {
  override readonly name = 'OpenSearchStartError';

  constructor(
    what: string,
    readonly logFile: string
  ) {
    super(`${what}\nThe end of ${logFile}:\n${lastLines(logFile, 40)}`);
  }
}

function lastLines(file: string, count: number): string {
  if (!existsSync(file)) return '(there is no such file)';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * Starts OpenSearch with ML Commons on 127.0.0.1, and resolves when ML Commons answers. What it
 * needs is downloaded the first time. It ends with this process, however that ends, and by itself
 * doesn't keep this process alive. Rejects with MissingSoftwareError (no fitting Java),
 * NoSecurityPluginError, OpenSearchStartError, or an Error that tells what to do.
 */
export async function startOpenSearch(options: StartOptions): Promise<OpenSearchNode> {
  const { instance: name, port, security = false, say } = options;
  if (!/^[\w-]+$/.test(name)) throw new Error(`Not a name for an instance: "${name}"`);
  if (port !== undefined) await assertFree(port);
  const account = unprivilegedAccount();
  const isUsable = account && ((java: string) => isExecutable(java) && canReach(account, java));
  const { java, version } = await provideJava({
    version: askedVersion(options),
    search: { isUsable },
    say,
  });
  const folders = provideFolders(account);
  const fetch = fetchWithMaven(java.home, say);
  const recipe = recipeOf(version, security);
  const installation = await provideInstallation({ recipe, folders, fetch, say });
  const secure = security ? await securing(installation, say) : undefined;

  const folder = join(folders.instances, name, recipe.name);
  const lock = await lockInstance(folder, name, say);
  try {
    const instance = prepareInstance({
      name,
      folder,
      installation,
      account,
      fresh: options.fresh ?? false,
      heap: options.heap ?? '1g',
      isMeasured: options.isMeasured ?? false,
      port,
      settings: options.settings ?? {},
      secure,
    });
    say(`Starting OpenSearch ${recipe.name} on Java ${java.version}`);
    const child = await launch({ installation, instance, java, account, lockFile: lockOf(folder) });
    lock.handOver(child.watchdogPid);
    const url = await ready(child, instance, version, options);
    child.unref();
    const { pid } = child;
    const stop = async (): Promise<void> => void (await child.stop());
    const kill = async (): Promise<void> => void (await child.kill());
    const { logFile } = instance;
    return { url, version, pid, logFile, ...(security && ADMIN), stop, kill };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @throws NoSecurityPluginError */
function askedVersion({ version, security }: StartOptions): EmbeddedVersion | undefined {
  return security ? recipeOf(version ?? '2.19.6', true).version : version;
}

async function securing(
  installation: string,
  say: (line: string) => void
): Promise<(config: string) => Settings> {
  const openssl = await ensureCommand({ command: 'openssl', debianPackage: 'openssl', say });
  return (config) => writeSecurity(installation, openssl, config);
}

function assertFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Error(`Port ${port} is not free: ${error.message}`)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function lockOf(folder: string): string {
  return `${folder}.lock`;
}

/** An earlier run that is just ending is waited for. */
async function lockInstance(
  folder: string,
  name: string,
  say: (line: string) => void
): Promise<Lock> {
  makeFolder(dirname(folder));
  try {
    return await acquireLock(lockOf(folder), {
      waitSeconds: 20,
      onWait: (pid) => say(`OpenSearch "${name}" still runs (process ${pid}): waiting for its end`),
    });
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new Error(
      `OpenSearch "${name}" already runs, watched over by process ${error.pid}. ` +
        'Stop what started it, or use another instance name.'
    );
  }
}

async function launch(options: {
  installation: string;
  instance: Instance;
  java: Java;
  account: Account | undefined;
  lockFile: string;
}): Promise<WatchedProcess> {
  const { installation, instance, java, account, lockFile } = options;
  const output = openSync(instance.logFile, 'w');
  try {
    return await startWatched({
      command: join(installation, 'bin/opensearch'),
      args: [],
      cwd: installation,
      env: {
        PATH: process.env.PATH,
        LANG: process.env.LANG,
        HOME: instance.temporary,
        TMPDIR: instance.temporary,
        OPENSEARCH_TMPDIR: instance.temporary,
        OPENSEARCH_PATH_CONF: instance.config,
        OPENSEARCH_JAVA_HOME: java.home,
        OPENSEARCH_JAVA_OPTS: process.env.OPENSEARCH_JAVA_OPTS,
        // no hsperfdata folder is left behind
        JDK_JAVA_OPTIONS: '-XX:-UsePerfData',
      },
      account,
      output,
      graceSeconds: 15,
      removeAtEnd: [instance.temporary, lockFile],
    });
  } finally {
    closeSync(output);
  }
}

async function ready(
  child: WatchedProcess,
  { portsFile, logFile }: Instance,
  version: EmbeddedVersion,
  { say, security, bootSeconds = 300 }: StartOptions
): Promise<string> {
  const started = Date.now();
  let told = 0;
  let ended: string | undefined;
  void child.ended.then(({ code, signal }) => {
    ended = signal ?? `exit code ${code}`;
  });
  try {
    return await whenReady(portsFile, security ? authorizationOf(ADMIN) : undefined, () => {
      const seconds = Math.floor((Date.now() - started) / 1000);
      if (ended !== undefined) {
        throw new OpenSearchStartError(
          `OpenSearch ${version} ended while it was starting (${ended}).`,
          logFile
        );
      }
      if (seconds >= bootSeconds) {
        const what = `OpenSearch ${version} did not come up within ${bootSeconds} s.`;
        throw new OpenSearchStartError(what, logFile);
      }
      if (seconds < told + 10) return;
      told = seconds;
      say(`OpenSearch ${version} is starting (${seconds} s)`);
    });
  } catch (error) {
    await child.stop();
    throw error;
  }
}
