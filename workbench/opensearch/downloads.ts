import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileName, type Artifact } from './artifacts';
import type { Fetch } from './maven';

const staging = '.staging-';

/**
 * Sees to it that the folder has every artifact, each with the content that it is pinned to.
 * One process at a time. Rejects when a fresh download hasn't that content either.
 */
export async function provideArtifacts(
  artifacts: readonly Artifact[],
  folder: string,
  fetch: Fetch,
  say: (line: string) => void
): Promise<void> {
  removeInterrupted(folder);
  const missing = await without(artifacts, folder, (name) =>
    say(`${name} in the cache is damaged: fetching it again`)
  );
  if (missing.length === 0) return;
  const arrival = mkdtempSync(join(folder, staging));
  try {
    await fetch(missing, arrival, {});
    const wrong = await accept(missing, arrival, folder);
    if (wrong.length === 0) return;
    // the user's own Maven repository may hold a damaged copy
    await fetch(wrong, arrival, { repository: join(arrival, 'repository') });
    const stillWrong = await accept(wrong, arrival, folder);
    if (stillWrong.length > 0) {
      const names = stillWrong.map(fileName).join(', ');
      throw new Error(`Downloaded, but not what was expected (SHA-256 differs): ${names}`);
    }
  } finally {
    rmSync(arrival, { recursive: true, force: true });
  }
}

function removeInterrupted(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(staging)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Moves in what is right, and gives back what isn't. */
async function accept(
  artifacts: readonly Artifact[],
  arrival: string,
  folder: string
): Promise<Artifact[]> {
  const wrong = await without(artifacts, arrival);
  for (const artifact of artifacts.filter((candidate) => !wrong.includes(candidate))) {
    renameSync(join(arrival, fileName(artifact)), join(folder, fileName(artifact)));
  }
  return wrong;
}

/** The artifacts that the folder lacks; a file with another content is removed. */
async function without(
  artifacts: readonly Artifact[],
  folder: string,
  onDamaged: (name: string) => void = () => {}
): Promise<Artifact[]> {
  const lacking: Artifact[] = [];
  for (const artifact of artifacts) {
    const file = join(folder, fileName(artifact));
    if (existsSync(file)) {
      if ((await sha256(file)) === artifact.sha256) continue;
      onDamaged(fileName(artifact));
      rmSync(file);
    }
    lacking.push(artifact);
  }
  return lacking;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
