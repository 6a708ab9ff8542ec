export type Json = Record<string, unknown>;

/** Asks the cluster for something that has to succeed. */
export async function send(
  method: string,
  url: string,
  body?: Json | string
): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${said.slice(0, 500)}`);
  return JSON.parse(said) as Json;
}

/** Enough to keep the cluster busy: it changes its state for one request at a time. */
const AT_ONCE = 8;

/** Does something for each number from `from` up to `to`, a few at a time. */
export async function forEachNumber(
  from: number,
  to: number,
  act: (number: number) => Promise<unknown>
): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < to) {
      const number = next;
      next += 1;
      await act(number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Writes documents straight into an index, which has to be there with its mapping. */
export async function writeDocuments(
  url: string,
  index: string,
  [first, count]: readonly [first: number, count: number],
  document: (number: number) => { id: string; source: Json }
): Promise<void> {
  const perRequest = 1_000;
  for (let from = first; from < count; from += perRequest) {
    const lines: string[] = [];
    for (let number = from; number < Math.min(count, from + perRequest); number += 1) {
      const { id, source } = document(number);
      lines.push(JSON.stringify({ index: { _id: id } }), JSON.stringify(source));
    }
    const answer = await send('POST', `${url}/${index}/_bulk`, `${lines.join('\n')}\n`);
    if (answer.errors !== false) {
      throw new Error(`${index}/_bulk: ${JSON.stringify(answer).slice(0, 500)}`);
    }
  }
  await send('POST', `${url}/${index}/_refresh`);
}
