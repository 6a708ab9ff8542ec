import type { DependentKind } from '../../common/dependents/kinds';
import type { JsonRecord } from '../cluster/json';
import { enforcementOf } from './find_dependents';
import { matchGeneratedIds, matchOneOf } from './id_matcher';
import type { JsonPath } from './json_path';
import { type FoundModelId, readResource } from './read_resource';
import type { Source } from './source';
import { SOURCES } from './sources/sources';

/** What is looked through in a definition, as when all of its kind are read. */
function lookedThrough(kind: DependentKind, definition: JsonRecord): JsonRecord {
  return kind === 'model' ? { guardrails: definition.guardrails } : definition;
}

function findIn(source: Source, definition: JsonRecord, modelId: string): FoundModelId[] {
  const document = { id: '', source: lookedThrough(source.kind, definition) };
  const isMentioned = matchGeneratedIds([modelId]);
  return readResource(document, source, matchOneOf([modelId]), isMentioned).models;
}

/** Every place in a definition where a model's id is. */
export function placesOfModel(
  kind: DependentKind,
  definition: JsonRecord,
  modelId: string
): JsonPath[] {
  return findReferences(kind, definition, modelId).all;
}

/** The places where a model's id is, by whether the model is used there. */
export interface PlacesByUse {
  all: JsonPath[];
  /** Where it is used for sure. */
  used: JsonPath[];
  /** Where its id has no meaning that we know, or is hardly a use of the model. */
  possible: JsonPath[];
}

/** The places of a model's id in one definition, as a review judges them. */
export function findReferences(
  kind: DependentKind,
  definition: JsonRecord,
  modelId: string
): PlacesByUse {
  const places: PlacesByUse = { all: [], used: [], possible: [] };
  const source = SOURCES.find((one) => one.kind === kind);
  if (!source) return places;
  for (const found of findIn(source, definition, modelId)) {
    // which plugins there are decides between two certain uses only
    const enforcement = enforcementOf({ source, plugins: new Set() }, found);
    const isCoincidence = enforcement === 'blocks' && source.isFalsePositive?.(found.place);
    places.all.push(found.place);
    const isUsed = enforcement !== 'possible' && !isCoincidence;
    (isUsed ? places.used : places.possible).push(found.place);
  }
  return places;
}
