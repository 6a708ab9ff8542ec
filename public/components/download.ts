/**
 * What a spreadsheet may take for a formula, however the cell begins: `=`, `+`, `-` and `@`, and
 * their full-width twins. OWASP, CSV injection.
 */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Always quoted: a spreadsheet that parts cells at `;` would find a formula after one. */
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

/** Has the browser save a file, such as a text of a type. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // the browser has taken the file only once this task is over
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Has the browser save a text as a file, JSON by default. */
export function saveText(name: string, text: string, type = 'application/json'): void {
  saveFile(name, new Blob([text], { type }));
}
