import { environment } from '../cluster/environment';

export interface RawAnswer {
  status: number;
  /** As it came: after a refusal ML Commons' bodies can be anything. */
  text: string;
}

/** Asks the node itself, as the admin where it has users, and takes whatever it answers. */
export async function raw(method: string, path: string, body?: string): Promise<RawAnswer> {
  const { opensearchUrl, adminAuthorization: authorization } = environment();
  const answer = await fetch(`${opensearchUrl}${path}`, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, text: await answer.text() };
}

const TRIES = 20;

/** @throws Error where it can't be removed; gone already is fine */
export async function remove(path: string): Promise<void> {
  const { status, text } = await raw('DELETE', path);
  if (status !== 200 && status !== 404) throw new Error(`DELETE ${path}: ${status} ${text}`);
}

/**
 * Whether the node has a model. Right after refused deletes a read can answer 200 with a piece of
 * another answer: it is read until it makes sense.
 */
export async function modelExists(modelId: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { status, text } = await raw('GET', `/_plugins/_ml/models/${modelId}`);
    if (status === 404) return false;
    if (status === 200 && isModel(text)) return true;
  }
  throw new Error(`The node does not tell whether it has ${modelId}.`);
}

function isModel(text: string): boolean {
  try {
    return 'model_state' in JSON.parse(text);
  } catch {
    return false;
  }
}
