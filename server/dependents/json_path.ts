/** One step into a JSON document: a key, an index, or into the JSON that a string holds. */
export type PathStep = string | number | typeof EMBEDDED_JSON;

/** The step from a string to the document that is written in it. */
export const EMBEDDED_JSON = Symbol('embedded JSON');

/** Where a string is in a document. */
export type JsonPath = readonly PathStep[];

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

/** A place as people write it: `processors[0].ml_inference.model_id`. */
export function formatPath(place: JsonPath): string {
  let text = '';
  let first = true;
  for (const step of place) {
    if (step === EMBEDDED_JSON) {
      text += ' → ';
      first = true;
      continue;
    }
    if (typeof step === 'number') text += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += first ? step : `.${step}`;
    first = false;
  }
  // in a text that is no JSON there is no place to name
  return place[place.length - 1] === EMBEDDED_JSON ? `${text}…` : text;
}

/** The key that a value is under; elements of a list are under the key of the list. */
export function nearestKey(place: JsonPath): string | undefined {
  for (let index = place.length - 1; index >= 0; index -= 1) {
    const step = place[index];
    if (typeof step !== 'number') return step === EMBEDDED_JSON ? undefined : step;
  }
  return undefined;
}
