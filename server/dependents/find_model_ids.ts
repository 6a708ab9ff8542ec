import type { Place } from './place';
import { walkStrings } from './walk_strings';

export interface FoundModelId {
  modelId: string;
  place: Place;
}

/**
 * Every place in a JSON document where a string is exactly a model's id, in the order of the
 * document, whatever the key and however deep, JSON inside strings included. Takes time in
 * proportion to the document, however many ids there are.
 */
export function findModelIds(
  document: unknown,
  isModelId: (text: string) => boolean
): FoundModelId[] {
  const found: FoundModelId[] = [];
  walkStrings(document, ({ text, place }) => {
    const isId = isModelId(text);
    if (isId) found.push({ modelId: text, place: place() });
    return isId;
  });
  return found;
}
