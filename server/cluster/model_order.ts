import type { SortField } from '../../common/models/listing';
import type { JsonRecord } from './json';

/** In which order models are read. */
export interface ModelOrder {
  field: SortField;
  order: 'asc' | 'desc';
  /** For `usage`: how often a model is used, 0 for others. For `model_group`: a group's place. */
  ranks?: ReadonlyMap<string, number>;
}

/** Letters with an accent, and those that they are sorted as. */
const BASE_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 0x17f - 0xdf }, (_, at) => String.fromCharCode(0xdf + at)).flatMap(
    (letter) => {
      const base = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
      return base === letter || base === '' ? [] : [[letter, base.toLowerCase()]];
    }
  )
);

/** After every text. */
const LAST = '\uffff';

/**
 * The text that a field's value is sorted by, in Painless: without regard to case and accents,
 * numbers by their value (their length is written before them), punctuation before digits and
 * digits before letters.
 */
const SOURCE = `
String field = params.field;
if (doc[field].size() == 0) return params.last;
String text = doc[field].value.toLowerCase();
StringBuilder key = new StringBuilder();
int length = text.length();
int at = 0;
while (at < length) {
  int letter = text.charAt(at);
  if (letter >= 48 && letter <= 57) {
    int start = at;
    while (start < length - 1 && text.charAt(start) == 48 && text.charAt(start + 1) >= 48 && text.charAt(start + 1) <= 57) start++;
    int end = start;
    while (end < length && text.charAt(end) >= 48 && text.charAt(end) <= 57) end++;
    int digits = end - start;
    key.append((char)(48 + (int)Math.min(digits, 9)));
    if (digits >= 9) key.append((char)(48 + (int)Math.min(digits - 9, 9)));
    key.append(text.substring(start, end));
    at = end;
  } else {
    if (letter > 127 && params.base.containsKey(text.substring(at, at + 1))) {
      key.append(params.base[text.substring(at, at + 1)]);
    } else if ((letter > 57 && letter < 97) || (letter > 122 && letter < 127)) {
      key.append((char)(letter < 97 ? letter - 57 : letter - 83));
    } else {
      key.append((char)letter);
    }
    at++;
  }
}
return key.toString();
`;

/** Sorts by a keyword as people read it. It takes time for each document that matches. */
function sortByReading(field: string, order: 'asc' | 'desc'): JsonRecord {
  const params = { field, last: LAST, base: BASE_LETTERS };
  return { _script: { type: 'string', order, script: { source: SOURCE, params } } };
}

/**
 * What OpenSearch sorts by. Equal ones are in a fixed order, whatever the direction: else pages would
 * overlap. `isByReading`: as people read names.
 */
export function sortOf(
  request: ModelOrder,
  isByReading: boolean,
  isReversed = false
): JsonRecord[] {
  const { field, order, ranks } = request;
  const turned = (one: 'asc' | 'desc') => (isReversed === (one === 'asc') ? 'desc' : 'asc');
  const text = (name: string, one: 'asc' | 'desc' = 'asc'): JsonRecord =>
    isByReading
      ? sortByReading(name, turned(one))
      : { [name]: { order: turned(one), missing: isReversed ? '_first' : '_last' } };
  // one without a time sorts as the oldest
  const time = (name: string, one: 'asc' | 'desc' = 'asc'): JsonRecord => ({
    [name]: { order: turned(one), missing: -1 },
  });
  const first: Record<SortField, JsonRecord[]> = {
    name: [text('name.keyword', order)],
    id: [{ _id: { order: turned(order) } }],
    model_group: [sortByGroup(ranks ?? new Map(), turned(order))],
    version: [text('model_version', order)],
    function_name: [{ algorithm: { order: turned(order) } }],
    state: [{ model_state: { order: turned(order) } }],
    usage: [{ _score: { order: turned(order) } }],
    created_time: [time('created_time', order)],
    last_updated_time: [time('last_updated_time', order)],
    // those that never were: the oldest first
    last_deployed_time: [time('last_deployed_time', order), time('created_time', order)],
  };
  return [
    ...first[field],
    ...(field === 'name' ? [] : [text('name.keyword')]),
    ...(field === 'version' ? [] : [text('model_version')]),
    ...(field === 'created_time' ? [] : [time('created_time')]),
    { _seq_no: { order: turned('asc') } },
  ];
}

/** By the place of each model's group; a model without one comes before all, as without a name. */
function sortByGroup(ranks: ReadonlyMap<string, number>, order: 'asc' | 'desc'): JsonRecord {
  const source = `
    if (doc['model_group_id'].size() == 0) return -1;
    String id = doc['model_group_id'].value;
    return params.ranks.containsKey(id) ? params.ranks[id] : params.ranks.size();`;
  const params = { ranks: Object.fromEntries(ranks) };
  return { _script: { type: 'number', order, script: { source, params } } };
}
