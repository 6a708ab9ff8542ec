import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { saveText } from '../components/download';
import { useServices } from '../services/services';
import { parseJsonObject } from './json_object';
import {
  keepChanges,
  type KeptChange,
  mergeChanges,
  readChanges,
  removeChanges,
} from './kept_changes';

/** What is kept of the replacements of one model: a file has it as it is. */
export interface ReplacementRecord {
  /** Of the format. */
  version: 1;
  model_id: string;
  /** In the order in which they were made. */
  changes: readonly KeptChange[];
}

/** A record from a text; null where it is none. */
export function parseRecord(text: string, modelId: string): ReplacementRecord | null {
  const record = parseJsonObject(text);
  const isOne =
    record?.version === 1 && record.model_id === modelId && Array.isArray(record.changes);
  return isOne ? (record as unknown as ReplacementRecord) : null;
}

/** Has the browser save a record as a file. */
export function saveRecord(record: ReplacementRecord): void {
  saveText(`replacement-${record.model_id}.json`, `${JSON.stringify(record, null, 2)}\n`);
}

/** What came of keeping changes: the whole record, and whether this browser keeps it. */
export interface KeptRecord {
  record: ReplacementRecord;
  isKept: boolean;
}

function recordOf(modelId: string, changes: readonly KeptChange[]): ReplacementRecord | null {
  return changes.length === 0 ? null : { version: 1, model_id: modelId, changes };
}

/** The journal of a model's replacements in this browser: undefined until it is read. */
export function useJournal(modelId: string) {
  const { dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const replaced = `${dataSourceId ?? ''}:${modelId}`;
  const { data: record } = useQuery<ReplacementRecord | null>({
    queryKey: ['replacements', replaced],
    queryFn: async () => recordOf(modelId, await readChanges(replaced)),
  });

  const show = useCallback(
    (next: ReplacementRecord | null) => {
      queryClient.setQueryData(['replacements', replaced], next);
    },
    [queryClient, replaced]
  );
  const keep = useCallback(
    async (added: readonly KeptChange[]): Promise<KeptRecord> => {
      const isKept = await keepChanges(replaced, added);
      const shown = queryClient.getQueryData<ReplacementRecord | null>(['replacements', replaced]);
      const changes = mergeChanges(shown?.changes ?? [], added);
      const next: ReplacementRecord = { version: 1, model_id: modelId, changes };
      show(next);
      return { record: next, isKept };
    },
    [modelId, queryClient, replaced, show]
  );
  const forget = useCallback(async () => {
    await removeChanges(replaced);
    show(null);
  }, [replaced, show]);
  return { record, keep, forget };
}
