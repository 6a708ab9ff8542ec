import { chmodSync, createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';
import { makeFolder } from './folders';

/** Unpacks a zip into a folder, without the first `strip` parts of each path in it. */
export async function unzip(file: string, into: string, strip: number): Promise<void> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName.split('/').slice(strip).join('/');
      if (path === '') continue;
      const target = join(into, path);
      if (path.endsWith('/')) {
        makeFolder(target);
        continue;
      }
      makeFolder(dirname(target));
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      chmodSync(target, isExecutable(entry) ? 0o755 : 0o644);
    }
  } finally {
    zip.close();
  }
}

/** Unix permissions stand in the upper half of the attributes. */
function isExecutable(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o100) !== 0;
}
