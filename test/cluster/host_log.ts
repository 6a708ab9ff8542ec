import { appendFileSync, readFileSync, writeFileSync } from 'fs';
import path from 'path';
import { environment } from './environment';
import { makeRunFolder } from './run_folder';

/** A file for the log of the hosts, gone with the run. */
export function makeHostLog() {
  const { folder, stop } = makeRunFolder('host-log');
  const file = path.join(folder, 'log');
  const add = (line: string) => appendFileSync(file, `${line}\n`);
  writeFileSync(file, '');
  return { file, add, stop };
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
