import type { JsonRecord } from '../../cluster';
import { isRecord } from '../../cluster';

/** What ML Commons and flow-framework note of a resource themselves. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'created_time',
  'create_time',
  'last_updated_time',
  'last_update_time',
  'last_modified',
  'last_provisioned_time',
  'is_hidden',
  'owner',
  'user',
  'tenant_id',
  'resources_created',
  // of the alerting plugin
  'enabled_time',
  'monitor_id',
  'schema_version',
]);

/** A record without some of its members. */
export function leaving(record: JsonRecord, keys: ReadonlySet<string>): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}

/** A definition as it was registered: without what its keeper notes of it. */
export function withoutBookkeeping(definition: JsonRecord): JsonRecord {
  return leaving(definition, BOOKKEEPING);
}

const EXECUTOR: ReadonlySet<string> = new Set(['executor_agent_id']);

/**
 * An agent as it was registered. ML Commons makes a planner its executor, and an agent of the
 * unified API its model, from a credential that is not known here: the model stands in `llm`.
 */
export function registeredAgent(definition: JsonRecord): JsonRecord {
  const { model, ...agent } = withoutBookkeeping(definition);
  const { type, parameters } = agent;
  const planner = typeof type === 'string' && /^plan_execute_and_reflect$/i.test(type);
  return {
    ...agent,
    ...(planner && isRecord(parameters) && { parameters: leaving(parameters, EXECUTOR) }),
    ...(model !== undefined && !isRecord(agent.llm) && { model }),
  };
}

/** Settings that an index is given, and refuses to be created with. */
const GIVEN_SETTINGS: ReadonlySet<string> = new Set([
  'creation_date',
  'history',
  'provided_name',
  'resize',
  'uuid',
  'version',
]);

/** An index as it would be created, with its settings, mapping and aliases. */
export function registeredIndex({ settings, mappings, aliases }: JsonRecord): JsonRecord {
  const { index, ...others } = isRecord(settings) ? settings : {};
  return {
    settings: { ...others, ...(isRecord(index) && { index: leaving(index, GIVEN_SETTINGS) }) },
    mappings,
    aliases,
  };
}
