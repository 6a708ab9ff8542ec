import { csvText } from '../../../components';
import type { TableRow } from './table_rows';

const COLUMNS = ['kind', 'id', 'name', 'uses', 'path', 'effect', 'missing', 'not_read'] as const;

/** The rows as CSV, as the table has them; a cell is never a formula. */
export function tableCsv(rows: readonly TableRow[]): string {
  return csvText(
    COLUMNS,
    rows.map(({ kind, id, name, uses, path, effect, missing, notRead }) => ({
      kind,
      id,
      name,
      uses,
      path,
      effect,
      missing: String(missing),
      not_read: notRead,
    }))
  );
}
