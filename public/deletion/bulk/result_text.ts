import { csvText } from '../../components/csv';
import type { ResultRow } from './result_rows';

const COLUMNS = [
  'model_id',
  'name',
  'version',
  'model_group_id',
  'model_group',
  'result',
  'reason',
  'model_group_result',
  'words',
  'ended_at',
] as const satisfies ReadonlyArray<keyof ResultRow>;

/** The rows as CSV under a line of names, ids included; JSON has them as they are. */
export function toCsv(rows: readonly ResultRow[]): string {
  return csvText(COLUMNS, rows);
}

/** The rows as JSON. */
export function toJson(rows: readonly ResultRow[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}
