import { Agent, request } from 'node:http';
import type { RecordedRequest } from './recording';

/** What a bare client makes of an answer. */
type Take = (answer: Buffer[]) => void;

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function sendOne(url: URL, recorded: RecordedRequest, take: Take): Promise<number> {
  const { method, path, body } = recorded;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: url.hostname,
        port: url.port,
        method,
        path,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          take(parts);
          resolve(parts.reduce((bytes, part) => bytes + part.length, 0));
        });
      }
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Reads without knowing what: the least that any client has to do. */
export const readOnly: Take = () => {};

/** Reads and parses: the least that a client has to do that looks at what it reads. */
export const readAndParse: Take = (parts) => {
  try {
    JSON.parse(Buffer.concat(parts).toString());
  } catch {
    // a refusal in plain text is an answer too
  }
};

/**
 * Sends the product's requests again, at once where the product does, each after those that the
 * product waits for. Answers with the bytes of all answers.
 */
export async function replay(
  url: URL,
  requests: readonly RecordedRequest[],
  take: Take
): Promise<number> {
  const sent: Array<Promise<number>> = [];
  for (const recorded of requests) {
    const earlier = Promise.all(recorded.after.map((index) => sent[index]));
    sent.push(earlier.then(() => sendOne(url, recorded, take)));
  }
  return (await Promise.all(sent)).reduce((sum, bytes) => sum + bytes, 0);
}
