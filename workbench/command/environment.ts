import { readFileSync } from 'node:fs';
import type { DataSourceAddress } from '../host';
import { UsageError } from './command_line';

export interface Environment {
  opensearchUrl?: string;
  opensearchPort?: number;
  dataSources?: DataSourceAddress[];
  port?: number;
  username?: string;
  password?: string;
  ca?: string;
}

/**
 * What the environment's variables ask for; an empty one counts as none.
 * @throws UsageError
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  return {
    opensearchUrl: variables.OPENSEARCH_URL
      ? address('OPENSEARCH_URL', variables.OPENSEARCH_URL)
      : undefined,
    dataSources: variables.OPENSEARCH_DATA_SOURCES
      ? variables.OPENSEARCH_DATA_SOURCES.split(',').map(dataSource)
      : undefined,
    opensearchPort: port('OPENSEARCH_PORT', variables.OPENSEARCH_PORT),
    port: port('PORT', variables.PORT),
    username: variables.OPENSEARCH_USERNAME || undefined,
    password: variables.OPENSEARCH_PASSWORD || undefined,
    ca: variables.OPENSEARCH_CA ? certificate(variables.OPENSEARCH_CA) : undefined,
  };
}

function dataSource(text: string): DataSourceAddress {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`OPENSEARCH_DATA_SOURCES has "${text}", not a title=address`);
  const opensearchUrl = address('OPENSEARCH_DATA_SOURCES', text.slice(at + 1));
  return { title: text.slice(0, at).trim(), opensearchUrl };
}

function address(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return text;
  throw new UsageError(`${name} has "${text}", which is no http or https address`);
}

function port(name: string, text: string | undefined): number | undefined {
  if (!text) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw new UsageError(`${name} is "${text}", which is not the number of a port`);
}

function certificate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`OPENSEARCH_CA can't be read: ${String(error)}`);
  }
}
