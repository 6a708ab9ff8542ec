import type { SourceReading } from './read_sources';
import { walkStrings } from './walk_strings';

/** An id that ML Commons can have given; placeholders such as `${parameters.x}` are none. */
const POSSIBLE_ID = /^[A-Za-z0-9_-]{1,512}$/;

/** Pipelines and agents are stored with any id: nothing checks that there is such a model. */
const UNCHECKED_KINDS: ReadonlySet<string> = new Set([
  'ingest_pipeline',
  'search_pipeline',
  'agent',
]);

/** The ids that stand in pipelines and agents where a model's belongs, and that aren't known. */
export function unknownModelIds(
  readings: readonly SourceReading[],
  isModelId: (text: string) => boolean
): Set<string> {
  const unknown = new Set<string>();
  for (const { source, resources } of readings) {
    if (!UNCHECKED_KINDS.has(source.kind)) continue;
    for (const { definition } of resources) {
      walkStrings(definition, ({ text, key, place }) => {
        if (key === undefined || isModelId(text) || !POSSIBLE_ID.test(text)) return false;
        const at = place();
        if (source.expectsModelId(at) && !source.ignores?.(at)) unknown.add(text);
        return false;
      });
    }
  }
  return unknown;
}
