import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Where OpenSearch Dashboards listens unless told otherwise. */
const USUAL = 5601;

/** The port that was asked for, else the usual one, else any that is free. */
export async function freePort(asked: string | undefined): Promise<number> {
  if (asked) {
    const port = Number(asked);
    if (Number.isInteger(port) && port > 0 && port < 65536) return port;
    throw new Error(`PORT is "${asked}", which is not the number of a port`);
  }
  return (await tryPort(USUAL)) ?? (await tryPort(0)) ?? USUAL;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}
