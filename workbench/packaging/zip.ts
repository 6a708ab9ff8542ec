import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { filesIn } from './sources';

/** The same for every build, so that the same sources make the same zip. */
const TIME = new Date(1980, 0, 1);

/** Zips a folder with its own name as prefix, as the platform's installer takes it. */
export async function zipFolder(folder: string, prefix: string, target: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of filesIn(folder)) {
    const name = path.posix.join(prefix, path.relative(folder, file).split(path.sep).join('/'));
    zip.addFile(file, name, { mtime: TIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}
