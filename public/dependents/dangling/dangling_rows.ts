import type { Dangling, Dependent } from '../../../common/dependents';
import { csvText } from '../../components';
import { kindLabel } from '../kind_words';

/** One dependent that calls for a model which is gone. */
export interface DanglingRow {
  /** Unique among the rows. */
  key: string;
  kindWords: string;
  name: string;
  modelId: string;
  dependent: Dependent;
}

export function danglingRows({ missing }: Dangling): DanglingRow[] {
  return missing.flatMap(({ model_id: modelId, dependents }) =>
    dependents.map((dependent) => ({
      key: `${dependent.kind} ${dependent.id} ${modelId}`,
      kindWords: kindLabel(dependent.kind),
      name: dependent.name,
      modelId,
      dependent,
    }))
  );
}

const COLUMNS = ['kind', 'id', 'name', 'path', 'missing_model_id'] as const;

/** A line for each reference; a cell is never a formula. */
export function danglingCsv(rows: readonly DanglingRow[]): string {
  const lines = rows.flatMap(({ dependent: { kind, id, name, references }, modelId }) =>
    references.map(({ path }) => ({ kind, id, name, path, missing_model_id: modelId }))
  );
  return csvText(COLUMNS, lines);
}
