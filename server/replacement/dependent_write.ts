import { i18n } from '@osd/i18n';
import type { DependentKind } from '../../common/dependents/kinds';
import type { ClusterRequest } from '../cluster/cluster';
import type { Release } from '../cluster/cluster_info';
import { resourcePath } from '../cluster/definitions';
import { plainJson } from '../cluster/exact_json';
import { isRecord, valueAt } from '../cluster/json';
import type { JsonRecord } from '../cluster/json';
import { redactSecrets } from '../documents/redact_secrets';
import { formatPath, type JsonPath, type PathStep } from '../dependents/json_path';
import { withoutBookkeeping } from '../dependents/requests/register_request';
import { removeReference } from '../dependents/requests/remove_reference';
import { consoleText } from '../dependents/requests/console_text';
import { warnedOf } from '../dependents/requests/read_dependent_requests';
import { inDefinition } from '../dependents/requests/edit_definition';
import { canChangeAgents } from '../dependents/requests/edit_ml_resource';

/** A dependent as it is stored, and the places of it that are to name another model. */
export interface PlacedDependent {
  kind: DependentKind;
  id: string;
  definition: JsonRecord;
  places: readonly JsonPath[];
}

/** The root of a mapping's field that holds a place, of which a mapping is sent whole. */
function fieldOf(place: JsonPath): JsonPath {
  const properties = place.lastIndexOf('properties');
  return properties < 0 ? place.slice(0, 2) : place.slice(0, properties + 2);
}

/** What ML Commons takes of a memory container's embedding model only together (3.6.0). */
const EMBEDDING_SETTINGS = ['embedding_model_id', 'embedding_model_type', 'embedding_dimension'];

/**
 * The parts of a definition that a request has to have for a place to change: ML Commons and
 * OpenSearch take some resources whole, others member by member. Empty for the whole.
 */
function rootsOf(kind: DependentKind, stringPlace: JsonPath): JsonPath[] {
  const place = inDefinition(stringPlace);
  const [first = '', second = ''] = place;
  switch (kind) {
    case 'agent':
    case 'mcp_tool':
    case 'model':
    case 'cluster_setting':
      return [[first]];
    case 'memory_container':
      if (first !== 'configuration') return [[first]];
      return second === 'embedding_model_id'
        ? EMBEDDING_SETTINGS.map((setting) => [first, setting])
        : [[first, second]];
    case 'context_template':
      return [first === 'hooks' ? [first, second] : [first]];
    case 'index':
      return [fieldOf(place)];
    default:
      return [[]];
  }
}

/** What a nested field is of, without which a mapping would be refused. */
const FIELD_TYPE = 'type';

/** A part of a record: what lies at some roots, in the order of the record. */
function pick(value: unknown, roots: readonly JsonPath[]): unknown {
  if (roots.some((root) => root.length === 0)) return value;
  if (!isRecord(value)) return value;
  const members = Object.entries(value).flatMap(([key, child]) => {
    const below = roots.filter(([step]) => step === key).map((root) => root.slice(1));
    if (below.length > 0) return [[key, pick(child, below)] as const];
    const isFieldType = key === FIELD_TYPE && typeof child === 'string' && isField(roots);
    return isFieldType ? [[key, child] as const] : [];
  });
  return Object.fromEntries(members);
}

function isField(roots: readonly JsonPath[]): boolean {
  return roots.every(([step]) => step === 'properties');
}

/** The part of a dependent's definition that is written for a change of some places. */
export function writtenPart(
  { kind, definition }: Pick<PlacedDependent, 'kind' | 'definition'>,
  places: readonly JsonPath[]
): JsonRecord {
  const roots = places.flatMap((place) => rootsOf(kind, place));
  const whole = roots.some((root) => root.length === 0);
  return (whole ? definition : pick(definition, roots)) as JsonRecord;
}

/** Kinds of which a change anywhere is a change of what a plan says. */
const WATCHED_BY_PART: ReadonlySet<DependentKind> = new Set(['index', 'model', 'cluster_setting']);

/**
 * What must not have changed between a plan and its change, nor by that but at its places: the whole
 * definition but for what its keeper notes of it. Of an index, to which documents add fields, the
 * fields in question; of a model, whose state changes by itself, the guardrails.
 */
export function watchedPart(
  dependent: Pick<PlacedDependent, 'kind' | 'definition'>,
  places: readonly JsonPath[]
): JsonRecord {
  if (WATCHED_BY_PART.has(dependent.kind)) return writtenPart(dependent, places);
  return withoutBookkeeping(inStableOrder(dependent));
}

/**
 * A definition in an order that an update keeps: ML Commons gives the strategies of a memory
 * container back in another one (seen on 3.6.0), and merges them by their ids.
 */
export function inStableOrder({
  kind,
  definition,
}: Pick<PlacedDependent, 'kind' | 'definition'>): JsonRecord {
  const { configuration } = definition;
  if (kind !== 'memory_container' || !isRecord(configuration)) return definition;
  const { strategies } = configuration;
  if (!Array.isArray(strategies)) return definition;
  const idOf = (strategy: unknown) => String(valueAt(strategy, 'id'));
  const sorted = [...(strategies as unknown[])].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return { ...definition, configuration: { ...configuration, strategies: sorted } };
}

/** The request that writes a part of a dependent, in which its places name another model. */
export function writeRequest(
  { kind, id, definition }: Pick<PlacedDependent, 'kind' | 'id' | 'definition'>,
  part: JsonRecord
): Pick<ClusterRequest, 'method' | 'path' | 'body'> {
  const path = resourcePath(kind, id);
  switch (kind) {
    case 'index':
      return { method: 'PUT', path: `${path}/_mapping`, body: part.mappings as JsonRecord };
    case 'stored_script':
      return { method: 'PUT', path, body: { script: part } };
    case 'mcp_tool': {
      const { name, type } = definition;
      return {
        method: 'POST',
        path: '/_plugins/_ml/mcp/tools/_update',
        body: { tools: [{ name, type, ...part }] },
      };
    }
    case 'cluster_setting':
      return { method: 'PUT', path: '/_cluster/settings', body: part };
    default:
      return { method: 'PUT', path, body: part };
  }
}

/**
 * The request that writes a dependent as it is here, for Dev Tools: without credentials, with a note
 * of each that has to be put in.
 */
export function writeText(
  { kind, id, definition }: Pick<PlacedDependent, 'kind' | 'id' | 'definition'>,
  places: readonly JsonPath[]
): string {
  const part = redactSecrets(plainJson(writtenPart({ kind, definition }, places)));
  const shown = redactSecrets(plainJson(definition));
  return consoleText([warnedOf(writeRequest({ kind, id, definition: shown }, part), definition)]);
}

/** What ML Commons takes when an agent is registered, and never again (3.6.0). */
const FIXED_IN_AGENTS: ReadonlySet<PathStep> = new Set(['context_management', 'memory', 'type']);

/** The pipeline that ML Commons makes for a memory container that embeds (3.3 and later). */
const OF_MEMORY_CONTAINER = /^\.plugins-ml-am-.*-embedding$/;

/** Whether a mapping's field, which has the place, takes another model: a semantic one does. */
function isOfSemanticField({ definition }: PlacedDependent, place: JsonPath): boolean {
  const field = fieldOf(place).reduce<unknown>(
    (value, step) => (isRecord(value) && typeof step === 'string' ? value[step] : undefined),
    definition
  );
  return isRecord(field) && field.type === 'semantic';
}

function hasStrategies({ definition: { configuration } }: PlacedDependent): boolean {
  const strategies = valueAt(configuration, 'strategies');
  return Array.isArray(strategies) && strategies.length > 0;
}

function isChangeable(dependent: PlacedDependent, place: JsonPath, release: Release | null) {
  const [first, second] = place;
  switch (dependent.kind) {
    case 'ingest_pipeline':
      return !OF_MEMORY_CONTAINER.test(dependent.id);
    case 'search_pipeline':
    case 'index_template':
    case 'stored_script':
    case 'context_template':
    case 'mcp_tool':
      return true;
    case 'agent':
      return canChangeAgents(release) && first !== undefined && !FIXED_IN_AGENTS.has(first);
    case 'model':
      return first === 'guardrails';
    case 'memory_container':
      // once it has strategies, it has an index with vectors of the model too (500; seen on 3.6.0)
      return !(
        first === 'configuration' &&
        second === 'embedding_model_id' &&
        hasStrategies(dependent)
      );
    case 'index':
      return first === 'mappings' && (second === '_meta' || isOfSemanticField(dependent, place));
    case 'cluster_setting':
      return first === 'persistent' || first === 'transient';
    default:
      return false;
  }
}

/** Why a dependent can't be changed in place, and the requests by which an admin changes it. */
export interface Obstacle {
  reason: string;
  requests?: string;
}

function containerPipelineObstacle(): Obstacle {
  return {
    reason: i18n.translate('mlModels.server.replacement.ofContainer', {
      defaultMessage:
        'ML Commons made this pipeline for a memory container, whose embedding model can’t be changed.',
    }),
  };
}

/**
 * Why some places of a dependent can't name another model as it is; null where they can. What can't
 * be changed at one place is not changed at the others either: half a change helps nobody.
 */
export function findObstacle(
  dependent: PlacedDependent,
  modelId: string,
  release: Release | null
): Obstacle | null {
  const { kind, id, definition, places } = dependent;
  if (places.every((place) => isChangeable(dependent, place, release))) return null;
  if (kind === 'ingest_pipeline') return containerPipelineObstacle();
  const shown = redactSecrets(definition);
  const removal = removeReference({ kind, id, definition: shown, modelId, release });
  if ('whyNot' in removal) return { reason: removal.whyNot };
  const { comments = [] } = removal.request;
  return {
    reason:
      comments.join(' ') ||
      i18n.translate('mlModels.server.replacement.notInPlace', {
        defaultMessage: 'It can’t be changed at {paths}.',
        values: { paths: places.map(formatPath).join(', ') },
      }),
    requests: consoleText([warnedOf(removal.request, definition)]),
  };
}
