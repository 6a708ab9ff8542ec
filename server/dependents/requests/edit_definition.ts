import { i18n } from '@osd/i18n';
import type { DependentKind } from '../../../common/dependents/kinds';
import { isGeneratedId } from '../../../common/models/generated_id';
import type { Release } from '../../cluster/cluster_info';
import { resourcePath } from '../../cluster/definitions';
import { isRecord } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import { EMBEDDED_JSON, formatPath, type JsonPath } from '../json_path';
import type { ConsoleRequest } from './console_text';

/** A dependent and the model that it is to use no more. */
export interface Dependence {
  kind: DependentKind;
  id: string;
  definition: JsonRecord;
  modelId: string;
  /** Of the cluster; null where it isn't known. */
  release: Release | null;
}

/** A dependence with every place where the id is; there is at least one. */
export interface PlacedDependence extends Dependence {
  places: readonly JsonPath[];
}

/** The request that takes a model's id out of a dependent, or why there is none. */
export type Removal = { request: ConsoleRequest } | { whyNot: string };

/** Which parts a definition is without. */
export function withoutText(parts: readonly JsonPath[]): string {
  return i18n.translate('mlModels.requests.without', {
    defaultMessage: 'The current definition without {parts}.',
    values: { parts: parts.map(formatPath).join(', ') },
  });
}

/** That the admin has something to fill in. */
export function anotherModelText(): string {
  return i18n.translate('mlModels.requests.anotherModel', {
    defaultMessage: 'Replace “{placeholder}” with the ID of another model.',
    values: { placeholder: ANOTHER_MODEL },
  });
}

/** To be written over by the admin. */
const ANOTHER_MODEL = '<ID of another model>';

/**
 * Before a whole word; `\n` of JSON that is written in a text, or `%22` of a URL, is no part of it.
 */
const WORD_START = '(?<=^|[^A-Za-z0-9_-]|\\\\(?:[nrtbf]|u[0-9A-Fa-f]{4})|%(?:25)?[0-9A-Fa-f]{2})';

/**
 * A text with another id in the place of a model's: as a string of its own, also in JSON inside a
 * string; one that ML Commons made as a word of any text.
 */
export function replaceInText(text: string, modelId: string, replacement: string): string {
  if (text === modelId) return replacement;
  // ids are letters, digits, "_" and "-": nothing that a pattern gives a meaning
  const found = isGeneratedId(modelId)
    ? new RegExp(`${WORD_START}${modelId}(?![A-Za-z0-9_-])`, 'g')
    : new RegExp(`(?<=\\\\*")${modelId}(?=\\\\*")`, 'g');
  return text.replace(found, replacement);
}

/** A value in which another model, still to be named, is in the place of one. */
export function withAnotherModel(value: unknown, modelId: string): unknown {
  if (typeof value === 'string') return replaceInText(value, modelId, ANOTHER_MODEL);
  if (Array.isArray(value)) return value.map((child) => withAnotherModel(child, modelId));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      isGeneratedId(modelId) ? replaceInText(key, modelId, ANOTHER_MODEL) : key,
      withAnotherModel(child, modelId),
    ])
  );
}

/** The place of the string that a place is in: what is written in a string can't be cut out. */
export function inDefinition(place: JsonPath): JsonPath {
  const embedded = place.indexOf(EMBEDDED_JSON);
  return embedded < 0 ? place : place.slice(0, embedded);
}

/** Each place once, in their order. */
export function distinct(places: readonly JsonPath[]): JsonPath[] {
  return [...new Map(places.map((place) => [formatPath(place), place])).values()];
}

/** The definition written again without the parts in which the places are. */
export function withoutParts(
  { kind, id, definition, places }: PlacedDependence,
  partAt: (place: JsonPath) => JsonPath
): Removal {
  const parts = distinct(places.map(partAt));
  return {
    request: {
      comments: [withoutText(parts)],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: without(definition, parts),
    },
  };
}

/** OpenSearch refuses it with nothing in it. */
const NEVER_EMPTY = 'on_failure';

class Cut {
  private readonly parts: ReadonlySet<string>;

  constructor(parts: readonly JsonPath[]) {
    this.parts = new Set(parts.map(formatPath));
  }

  record(value: JsonRecord, place: JsonPath): JsonRecord {
    const members = Object.entries(value).flatMap(([key, child]) => {
      const at = [...place, key];
      if (this.isPart(at)) return [];
      const rest = this.value(child, at);
      const emptied = Array.isArray(rest) && rest.length === 0 && key === NEVER_EMPTY;
      return emptied ? [] : [[key, rest] as const];
    });
    return Object.fromEntries(members);
  }

  private value(value: unknown, place: JsonPath): unknown {
    if (isRecord(value)) return this.record(value, place);
    if (!Array.isArray(value)) return value;
    return value.flatMap((child: unknown, index) => {
      const at = [...place, index];
      return this.isPart(at) ? [] : [this.value(child, at)];
    });
  }

  private isPart(place: JsonPath): boolean {
    return this.parts.has(formatPath(place));
  }
}

/** A definition without some of its parts: members of objects, or elements of lists. */
export function without(definition: JsonRecord, parts: readonly JsonPath[]): JsonRecord {
  return new Cut(parts).record(definition, []);
}
