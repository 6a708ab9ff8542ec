import type { JsonRecord } from '../../cluster';
import { walkStrings } from '../../dependents/walk_strings';

/** `${credential.key}` in a header, a URL or a body. */
const REFERENCE = /\$\{credential\.(\w+)\}/g;

/** What a protocol needs though no action names it (ConnectorProtocols of ML Commons). */
const OF_PROTOCOL: Record<string, readonly string[]> = { aws_sigv4: ['access_key', 'secret_key'] };

/** ML Commons refuses a connector without any credential. */
const AT_LEAST = ['key'];

/** A connector's credential to be filled in: the names that its definition calls for. */
export function credentialPlaces(connector: JsonRecord): JsonRecord {
  const called: string[] = [];
  walkStrings(connector, {
    onString: (text) => {
      called.push(...[...text.matchAll(REFERENCE)].map(([, name]) => String(name)));
      return true;
    },
  });
  const names = new Set([...(OF_PROTOCOL[String(connector.protocol)] ?? []), ...called]);
  const all = names.size > 0 ? [...names] : AT_LEAST;
  return Object.fromEntries(all.map((name) => [name, `<${name}>`]));
}
