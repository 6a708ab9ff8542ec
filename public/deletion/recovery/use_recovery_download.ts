import { useEffect, useRef, useState } from 'react';
import type { Model } from '../../../common/models';
import { asApiError } from '../../api';
import type { ApiError } from '../../api';
import { saveText } from '../../components';
import { useServices } from '../../services';

export type Download =
  | { kind: 'offered' }
  | { kind: 'reading' }
  /** With the requests in it, which JSON writes as one long line. */
  | { kind: 'saved'; file: string; requests: string }
  | { kind: 'failed'; error: ApiError };

/** Names may have what files' names may not. */
function fileName({ name, id }: Model): string {
  return `recovery-${name.replace(/[^\w.-]+/g, '_')}-${id}.json`;
}

/** Reads a model's recovery file when asked to, and saves it. */
export function useRecoveryDownload(model: Model) {
  const { api } = useServices();
  const [download, setDownload] = useState<Download>({ kind: 'offered' });
  const underWay = useRef<AbortController>();
  useEffect(() => () => underWay.current?.abort(), []);

  async function start() {
    const { signal } = (underWay.current = new AbortController());
    setDownload({ kind: 'reading' });
    try {
      const recovery = await api.call('GET /api/ml_models/models/{model_id}/recovery', {
        params: { model_id: model.id },
        signal,
      });
      if (signal.aborted) return;
      const file = fileName(model);
      saveText(file, `${JSON.stringify(recovery, null, 2)}\n`);
      setDownload({ kind: 'saved', file, requests: recovery.requests });
    } catch (error) {
      if (!signal.aborted) setDownload({ kind: 'failed', error: asApiError(error) });
    }
  }
  return { download, start: () => void start() };
}
