import type { Request, ResponseObject, ResponseToolkit } from '@hapi/hapi';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The better one first; as the platform does, it wins over the plain file where it is accepted. */
const ENCODINGS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
];

/** Serves a file of a folder, compressed where it lies there compressed and the client takes it. */
export async function serveFile(
  request: Request,
  toolkit: ResponseToolkit,
  folder: string,
  name: string
): Promise<ResponseObject> {
  const file = path.resolve(folder, name);
  const isInside = file.startsWith(path.resolve(folder) + path.sep);
  if (!isInside || !existsSync(file)) {
    return toolkit
      .response({ statusCode: 404, error: 'Not Found', message: 'Not Found' })
      .code(404);
  }
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/);
  const chosen = ENCODINGS.find(
    ({ encoding, ending }) => accepted.includes(encoding) && existsSync(file + ending)
  );
  const content = await readFile(file + (chosen?.ending ?? ''));
  const response = toolkit
    .response(content)
    .type(TYPES[path.extname(file)] ?? 'application/octet-stream')
    .header('cache-control', 'must-revalidate')
    .header('vary', 'accept-encoding')
    .etag(createHash('sha256').update(content).digest('hex').slice(0, 32), {
      vary: false,
      weak: false,
    });
  return chosen ? response.header('content-encoding', chosen.encoding) : response;
}
