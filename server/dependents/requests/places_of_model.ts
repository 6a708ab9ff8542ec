import type { DependentKind } from '../../../common/dependents';
import type { JsonRecord } from '../../cluster';
import type { Place } from '../place';
import { readResource } from '../read_resource';
import { generatedOf, oneOf } from '../sought';
import { SOURCES } from '../sources';

/** What is looked through in a definition, as when all of its kind are read. */
function lookedThrough(kind: DependentKind, definition: JsonRecord): JsonRecord {
  return kind === 'model' ? { guardrails: definition.guardrails } : definition;
}

/** Every place in a definition where a model's id stands. */
export function placesOfModel(
  kind: DependentKind,
  definition: JsonRecord,
  modelId: string
): Place[] {
  const source = SOURCES.find((one) => one.kind === kind);
  if (!source) return [];
  const document = { id: '', source: lookedThrough(kind, definition) };
  const { models } = readResource(document, source, oneOf([modelId]), generatedOf([modelId]));
  return models.map(({ place }) => place);
}
