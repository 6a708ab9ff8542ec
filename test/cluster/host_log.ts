import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { environment } from './environment';

/** A file for the log of the hosts, gone with the run. */
export function makeHostLog() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-models-host-log-'));
  const file = path.join(folder, 'log');
  return {
    file,
    add: (line: string) => appendFileSync(file, `${line}\n`),
    stop: async () => rmSync(folder, { recursive: true }),
  };
}

type Line = Record<string, unknown>;

/** The structured lines of the plugin that are about something. */
export function traceOf(about: (line: Line) => boolean): Line[] {
  const text = readFileSync(environment().hostLog, 'utf8');
  return text
    .split('\n')
    .map((line) => /^\[info\]\S* (\{.*\})$/.exec(line)?.[1])
    .flatMap((json) => (json === undefined ? [] : [JSON.parse(json) as Line]))
    .filter(about);
}
