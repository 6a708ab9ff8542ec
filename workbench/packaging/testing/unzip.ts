import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

export interface ZipEntry {
  name: string;
  /** Unix permissions and file type, as the zip's external attributes carry them. */
  mode: number;
  content: Buffer;
}

/** Everything in a zip, in its order. */
export async function readZip(file: string): Promise<ZipEntry[]> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(file, { lazyEntries: false, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened)
    )
  );
  const entries = await new Promise<yauzl.Entry[]>((resolve, reject) => {
    const found: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => found.push(entry));
    zip.on('end', () => resolve(found));
    zip.on('error', reject);
  });
  const read = async (entry: yauzl.Entry): Promise<ZipEntry> => ({
    name: entry.fileName,
    mode: entry.externalFileAttributes >>> 16,
    content: await contentOf(zip, entry),
  });
  const all = [];
  for (const entry of entries) all.push(await read(entry));
  zip.close();
  return all;
}

/** Writes what lies below a prefix, as the platform's installer does: without it. */
export function extract(entries: readonly ZipEntry[], prefix: string, folder: string): void {
  for (const { name, content } of entries.filter((entry) => entry.name.startsWith(prefix))) {
    const file = path.join(folder, name.slice(prefix.length));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream))))
  );
}
