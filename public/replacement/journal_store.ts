import { useCallback, useState } from 'react';
import { nodeKey } from '../../common/dependents/kinds';
import type { Journal } from '../../common/replacement/journal';
import { readStored, removeStored, writeStored } from '../components/browser_storage';
import { saveText } from '../components/download';
import { useServices } from '../services/services';

/** An index in which vectors of two models are compared since a replacement. */
export interface ToEmbed {
  index: string;
  documents: number | null;
  /** The pipeline that embeds its documents; null where a semantic field does. */
  pipeline: string | null;
}

/** What is kept of the replacements of one model, until it is forgotten. */
export interface ReplacementRecord {
  /** Of the format. */
  version: 1;
  model_id: string;
  replacement_id: string;
  /** Of the last change, epoch ms. */
  at: number;
  journals: Journal[];
  to_embed: ToEmbed[];
}

function storageKey(dataSourceId: string | undefined, modelId: string): string {
  return `mlModels.replacement:${dataSourceId ?? ''}:${modelId}`;
}

/** A record from a text; null where it is none. */
export function parseRecord(text: string | null, modelId: string): ReplacementRecord | null {
  if (text === null) return null;
  try {
    const record = JSON.parse(text) as Partial<ReplacementRecord>;
    const isOne =
      record.version === 1 && record.model_id === modelId && Array.isArray(record.journals);
    return isOne ? (record as ReplacementRecord) : null;
  } catch {
    return null;
  }
}

/** A record with further journals: of one dependent only the last counts. */
export function withJournals(
  record: ReplacementRecord | null,
  added: Omit<ReplacementRecord, 'version'>
): ReplacementRecord {
  const journals = new Map(
    [...(record?.journals ?? []), ...added.journals].map((one) => [nodeKey(one), one])
  );
  const toEmbed = new Map(
    [...(record?.to_embed ?? []), ...added.to_embed].map((one) => [one.index, one])
  );
  return {
    version: 1,
    ...added,
    journals: [...journals.values()],
    to_embed: [...toEmbed.values()],
  };
}

/** Has the browser save a record as a file. */
export function saveRecord(record: ReplacementRecord): void {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  saveText(`replacement-${record.model_id}-${record.replacement_id}.json`, text);
}

/** The journal of a model's replacement in this browser. */
export function useJournal(modelId: string) {
  const { dataSourceId } = useServices();
  const key = storageKey(dataSourceId, modelId);
  const [record, setRecord] = useState(() => parseRecord(readStored(key), modelId));

  /** Keeps a record; false where this browser can't, so that it needs to be saved as a file. */
  const keep = useCallback(
    (next: ReplacementRecord): boolean => {
      setRecord(next);
      return writeStored(key, JSON.stringify(next));
    },
    [key]
  );
  const forget = useCallback(() => {
    setRecord(null);
    removeStored(key);
  }, [key]);
  return { record, keep, forget };
}
