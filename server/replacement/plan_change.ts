import { i18n } from '@osd/i18n';
import type { Impact } from '../../common/dependents/dependent';
import type { DependentKind } from '../../common/dependents/kinds';
import type { Action } from '../../common/replacement/action';
import type { Change } from '../../common/replacement/plan';
import { plainJson } from '../cluster/exact_json';
import type { JsonRecord } from '../cluster/json';
import { formatPath, type JsonPath } from '../dependents/json_path';
import { findReferences, placesOfModel } from '../dependents/references_in';
import { inDefinition } from '../dependents/requests/edit_definition';
import { redactSecrets } from '../documents/redact_secrets';
import { hashOf } from '../documents/canonical_json';
import { findObstacle, type Obstacle, watchedPart, writtenPart } from './dependent_write';
import { type Exchange, identityOf } from './read_exchange';
import { replaceAt } from './replace_references';

/** A dependent with its definition as the cluster keeps it, numbers as they are written. */
export interface StoredDependent {
  kind: DependentKind;
  id: string;
  name: string;
  definition: JsonRecord;
}

/** One dependent's change: what a plan says of it, and what only the server knows. */
export interface PlannedChange extends Pick<
  Change,
  'paths' | 'possible_paths' | 'before' | 'after' | 'reason' | 'requests' | 'fingerprint'
> {
  action: Action;
  /** Whether vectors of both models would be compared. */
  mixesVectors: boolean;
  places: readonly JsonPath[];
  /** The whole definition as it would be; as it is where nothing is written. */
  changed: JsonRecord;
}

/** The processors that embed by themselves (neural-search); `ml_inference` calls any model. */
const EMBEDDING_PROCESSORS: ReadonlySet<unknown> = new Set([
  'text_embedding',
  'sparse_encoding',
  'text_image_embedding',
]);

/** What makes vectors of queries: queries of neural-search, and the processor that completes them. */
const EMBEDDING_QUERIES: ReadonlySet<unknown> = new Set([
  'neural',
  'neural_sparse',
  'neural_query_enricher',
]);

/** Whether a place calls the model for vectors that are stored, or compared with stored ones. */
export function isOfVectors(kind: DependentKind, place: JsonPath, embeds: boolean | null): boolean {
  if (kind === 'index' || kind === 'index_template') return place.includes('properties');
  const named = place.some((step) => EMBEDDING_PROCESSORS.has(step) || EMBEDDING_QUERIES.has(step));
  return named || (place.includes('ml_inference') && embeds === true);
}

/** Kinds of which the vectors are stored as they are made, so that documents have old ones. */
const STORES_VECTORS: ReadonlySet<DependentKind> = new Set(['ingest_pipeline', 'index']);

/** What a dependent is compared by before a write: what is kept back is not part of it. */
export function shownWatchedPart(
  { kind, definition }: Pick<StoredDependent, 'kind' | 'definition'>,
  places: readonly JsonPath[]
): JsonRecord {
  return redactSecrets(plainJson(watchedPart({ kind, definition }, places)));
}

function ownGuardrailObstacle(): Obstacle {
  return {
    reason: i18n.translate('mlModels.server.replacement.ownGuardrail', {
      defaultMessage: 'A model can’t be the guardrail of itself.',
    }),
  };
}

function notCertainReason(): string {
  return i18n.translate('mlModels.server.replacement.notCertain', {
    defaultMessage: 'The ID is there, but the model may not be used there.',
  });
}

function inseparableReason(): string {
  return i18n.translate('mlModels.server.replacement.inseparable', {
    defaultMessage:
      'The ID is in a text or a name in which it can’t be replaced without changing other places. Edit it yourself.',
  });
}

const unwritten = (paths: readonly JsonPath[]) => ({
  paths: paths.map(formatPath),
  before: null,
  after: null,
  mixesVectors: false,
  fingerprint: '',
});

/**
 * Whether a change leads to the other model at its places and to nothing else, and can be taken back:
 * a string that names the other model already would not come back as it was.
 */
function isExactlyChanged(
  kind: DependentKind,
  [before, after]: readonly [JsonRecord, JsonRecord],
  places: readonly JsonPath[],
  { from, to }: Exchange
): boolean {
  const paths = (found: readonly JsonPath[]) => found.map(formatPath).sort().join('\n');
  const expected = new Set(places.map(formatPath));
  const left = placesOfModel(kind, before, from).filter((one) => !expected.has(formatPath(one)));
  const others = placesOfModel(kind, before, to);
  const strings = new Set(places.map((place) => formatPath(inDefinition(place))));
  return (
    !others.some((place) => strings.has(formatPath(inDefinition(place)))) &&
    paths(placesOfModel(kind, after, from)) === paths(left) &&
    paths(placesOfModel(kind, after, to)) === paths([...others, ...places])
  );
}

/**
 * What a replacement does to one dependent as it is stored: pure, and the same for a plan and for
 * the change itself. `withPossible`: also where the model isn't used for sure.
 */
export function planChange(
  dependent: StoredDependent,
  exchange: Exchange,
  withPossible: boolean
): PlannedChange {
  const { kind, id, definition } = dependent;
  const shown = plainJson(definition);
  const { used, possible } = findReferences(kind, shown, exchange.from);
  const places = withPossible ? [...used, ...possible] : used;
  const common = {
    possible_paths: possible.map(formatPath),
    places,
    changed: definition,
  };
  if (places.length === 0) {
    return { ...common, ...unwritten(possible), action: 'keep', reason: notCertainReason() };
  }
  const placed = { kind, id, definition: shown, places };
  const obstacle: Obstacle | null =
    (kind === 'model' && id === exchange.to ? ownGuardrailObstacle() : null) ??
    findObstacle(placed, exchange.from, exchange.release) ??
    (isExactlyChanged(kind, [shown, replaceAt(shown, places, exchange)], places, exchange)
      ? null
      : { reason: inseparableReason() });
  if (obstacle) return { ...common, ...unwritten(places), action: 'manual', ...obstacle };

  const mixesVectors =
    exchange.mixesVectors && places.some((place) => isOfVectors(kind, place, exchange.embeds));
  const paths = places.map(formatPath);
  // once for all of it: that takes longer than everything else here
  const before = redactSecrets(shown);
  const after = replaceAt(before, places, exchange);
  return {
    ...common,
    changed: replaceAt(definition, places, exchange),
    action: mixesVectors && STORES_VECTORS.has(kind) ? 'change_and_embed' : 'change',
    paths,
    before: writtenPart({ kind, definition: before }, places),
    after: writtenPart({ kind, definition: after }, places),
    mixesVectors,
    fingerprint: hashOf([
      [kind, id, withPossible],
      identityOf(exchange.old),
      identityOf(exchange.replacement),
      [exchange.fit.allowed, mixesVectors],
      watchedPart({ kind, definition: before }, places),
    ]),
  };
}

/** The indexes in whose documents, or through which, vectors of both models would be compared. */
export function mixedIndexes(
  { kind, id }: Pick<StoredDependent, 'kind' | 'id'>,
  impact: readonly Impact[]
): string[] {
  if (kind === 'index') return [id];
  return [...new Set(impact.filter((one) => one.kind === 'index').map((one) => one.id))];
}
