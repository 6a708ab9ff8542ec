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
 * Rows as CSV (RFC 4180) under a line of the columns' names. A cell that a spreadsheet could take
 * for a formula has a `'` before it, ids included.
 */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: ReadonlyArray<Record<Column, string>>
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
