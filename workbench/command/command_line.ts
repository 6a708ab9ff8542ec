import { parseArgs } from 'node:util';
import type { ReactVersion } from '../host';
import type { EmbeddedVersion } from '../opensearch';

export interface Wishes {
  fresh: boolean;
  react: ReactVersion;
  /** Otherwise the newest that the Java at hand can run. */
  opensearch?: EmbeddedVersion;
}

export const usage = `Usage: npm start -- [--fresh] [--react 16|18] [--opensearch 3.6.0|2.19.6]

Runs the plugin without OpenSearch Dashboards, on an OpenSearch of its own with sample data.

  --fresh       start over, without what earlier runs left in that OpenSearch
  --react       16: as in Dashboards up to 3.3; 18: as in 3.6 (default)
  --opensearch  the version to run; default: the newest that a Java found here can run
  --help        this text

Environment:
  PORT                 where the pages are; default 5601, or a free one where that is taken
  OPENSEARCH_PORT      where the OpenSearch of its own listens; default a free one
  OPENSEARCH_URL       use this cluster instead; nothing is written to it but what you do
  OPENSEARCH_DATA_SOURCES  further clusters for the page's menu: title=address,title=address
  OPENSEARCH_USERNAME  and OPENSEARCH_PASSWORD: for requests that bring no user of their own
  OPENSEARCH_CA        a PEM file with the authority behind the cluster's certificate`;

/** The command line can't be understood; the message says why. */
export class UsageError extends Error {}

/**
 * What was asked for; undefined for `--help`.
 * @throws UsageError
 */
export function readCommandLine(args: readonly string[]): Wishes | undefined {
  const { fresh = false, react = '18', opensearch, help } = parse(args);
  if (help) return undefined;
  if (react !== '16' && react !== '18') throw new UsageError(`--react is 16 or 18, not "${react}"`);
  if (opensearch !== undefined && opensearch !== '3.6.0' && opensearch !== '2.19.6') {
    throw new UsageError(`--opensearch is 3.6.0 or 2.19.6, not "${opensearch}"`);
  }
  return { fresh, react: react === '16' ? 16 : 18, opensearch };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean' },
        react: { type: 'string' },
        opensearch: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
