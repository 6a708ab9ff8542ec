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

/**
 * What a spreadsheet may take for a formula, however the cell begins: `=`, `+`, `-` and `@`, and
 * their full-width twins. OWASP, CSV injection.
 */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Always quoted: a spreadsheet that parts cells at `;` would find a formula behind one. */
function cell(text: string): string {
  const plain = LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replace(/"/g, '""')}"`;
}

/**
 * The rows as CSV (RFC 4180) under a line of names. A cell that a spreadsheet could take for a
 * formula has a `'` before it, ids included; JSON has them as they are.
 */
export function toCsv(rows: readonly ResultRow[]): string {
  const lines = [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** The rows as JSON. */
export function toJson(rows: readonly ResultRow[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}
