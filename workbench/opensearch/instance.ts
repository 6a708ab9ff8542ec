import {
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './folders';
import { defaultSettings, yaml, type Settings } from './settings';
import type { Account } from './unprivileged_account';

/** The files of one node that are its own: all but the installation. */
export interface Instance {
  config: string;
  /** OpenSearch writes its address here once it listens */
  portsFile: string;
  logFile: string;
  /** only for one run */
  temporary: string;
}

const logging = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
`;

/**
 * Writes the instance's configuration anew, and keeps its data unless `fresh`. Root never writes
 * into a folder once that is the other account's, where it could be led elsewhere.
 */
export function prepareInstance(options: {
  name: string;
  folder: string;
  installation: string;
  account: Account | undefined;
  fresh: boolean;
  heap: string;
  isMeasured: boolean;
  port: number | undefined;
  settings: Settings;
  /** writes the security plugin's own files into the configuration, and gives its settings */
  secure?: (config: string) => Settings;
}): Instance {
  const { name, folder, account, fresh, port, settings, secure } = options;
  const config = join(folder, 'config');
  const data = join(folder, 'data');
  const logs = join(folder, 'logs');
  for (const old of fresh ? [folder] : [config, logs])
    rmSync(old, { recursive: true, force: true });
  [config, data, logs].forEach(makeFolder);
  const file = {
    'cluster.name': `ml-models-${name}`,
    'node.name': name,
    ...defaultSettings,
    ...(port === undefined ? {} : { 'http.port': port }),
    ...secure?.(config),
    ...settings,
    'path.data': data,
    'path.logs': logs,
  };
  writeFileSync(join(config, 'opensearch.yml'), yaml(file));
  writeFileSync(join(config, 'log4j2.properties'), logging);
  writeFileSync(join(config, 'jvm.options'), jvmOptions(options));
  // not below the folder: the start script can't have a blank in this one's path
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'ml-models-opensearch-'));
  if (account !== undefined) {
    [config, data, logs, temporary].forEach((given) => giveTo(account, given));
  }
  return {
    config,
    portsFile: join(logs, 'http.ports'),
    logFile: join(folder, 'opensearch.log'),
    temporary,
  };
}

/**
 * The version's own options, less those that write into the installation. The JVM's second compiler
 * takes more of a short run than it gives: without it OpenSearch comes up with half the work.
 */
function jvmOptions({
  installation,
  heap,
  isMeasured,
}: {
  installation: string;
  heap: string;
  isMeasured: boolean;
}): string {
  const shipped = readFileSync(join(installation, 'config/jvm.options'), 'utf8').split('\n');
  const kept = shipped.filter(
    (line) => !/^\s*(#|$)|-Xm[sx]|HeapDump|ErrorFile|-Xlog|-Xloggc|PrintGC|GCLogFile/.test(line)
  );
  const ours = [`-Xms${heap}`, `-Xmx${heap}`, '-XX:+ErrorFileToStdout'];
  const quick = isMeasured ? [] : ['-XX:TieredStopAtLevel=1'];
  return [...kept, ...ours, ...quick, ''].join('\n');
}

function giveTo(account: Account, folder: string): void {
  lchownSync(folder, account.uid, account.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}
