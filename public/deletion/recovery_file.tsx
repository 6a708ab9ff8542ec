import React, { useEffect, useRef, useState } from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiCopy, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../common/models/model';
import { hasContent } from '../../common/models/model_state';
import { asApiError } from '../api/errors';
import type { ApiError } from '../api/errors';
import { saveText } from '../components/download';
import { ErrorDetailsText } from '../components/error_callout';
import { useServices } from '../services/services';

/** What an admin can take along before a delete, and what it won't bring back. */
export function RecoveryFile({ model }: { model: Model }) {
  const { download, start } = useRecoveryDownload(model);
  const isReading = download.kind === 'reading';
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // what became of it stands at the end of a dialog that may be longer than the window
    if (download.kind !== 'offered') all.current?.scrollIntoView?.({ block: 'nearest' });
  }, [download.kind]);
  return (
    <div ref={all}>
      <EuiSpacer size="m" />
      <EuiText size="s" color="subdued">
        <p>{limitsText(model)}</p>
      </EuiText>
      {download.kind === 'failed' && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            role="alert"
            data-test-subj="downloadRecoveryError"
            title={i18n.translate('mlModels.recovery.failed', {
              defaultMessage: 'The recovery file could not be made.',
            })}
          >
            <EuiText size="s">
              <ErrorDetailsText error={download.error} />
            </EuiText>
          </EuiCallOut>
        </>
      )}
      <EuiButtonEmpty
        size="s"
        flush="left"
        iconType="download"
        data-test-subj="downloadRecovery"
        // a button that is disabled loses the focus, and the dialog gives it to its first one
        aria-disabled={isReading}
        onClick={() => !isReading && start()}
      >
        {i18n.translate('mlModels.recovery.download', {
          defaultMessage: 'Download recovery file',
        })}
      </EuiButtonEmpty>
      <EuiText size="s">
        <p role="status" className="eui-textBreakWord">
          {isReading &&
            i18n.translate('mlModels.recovery.reading', {
              defaultMessage: 'Reading the model and all that uses it …',
            })}
          {download.kind === 'saved' &&
            i18n.translate('mlModels.recovery.saved', {
              defaultMessage: 'Saved as {file}.',
              values: { file: download.file },
            })}
        </p>
      </EuiText>
      {download.kind === 'saved' && <CopyRequests requests={download.requests} />}
    </div>
  );
}

function CopyRequests({ requests }: { requests: string }) {
  return (
    <EuiCopy textToCopy={requests}>
      {(copy) => (
        <EuiButtonEmpty
          size="s"
          flush="left"
          iconType="copy"
          data-test-subj="copyRecoveryRequests"
          onClick={copy}
        >
          {i18n.translate('mlModels.recovery.copyRequests', {
            defaultMessage: 'Copy its requests for Dev Tools',
          })}
        </EuiButtonEmpty>
      )}
    </EuiCopy>
  );
}

/** What can't be brought back is said before. */
function limitsText({ function_name: functionName }: Model): string {
  return hasContent(functionName)
    ? i18n.translate('mlModels.recovery.limitsOfLocal', {
        defaultMessage:
          'A recovery file has the definitions of the model and of what uses it. The content of the model can’t be brought back with it, and credentials are left out.',
      })
    : i18n.translate('mlModels.recovery.limits', {
        defaultMessage:
          'A recovery file has the definitions of the model and of what uses it. Credentials are left out.',
      });
}

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
function useRecoveryDownload(model: Model) {
  const { api } = useServices();
  const [download, setDownload] = useState<Download>({ kind: 'offered' });
  const underWay = useRef<AbortController>();
  useEffect(() => () => underWay.current?.abort(), []);

  async function start() {
    const { signal } = (underWay.current = new AbortController());
    setDownload({ kind: 'reading' });
    try {
      const recovery = await api.getRecovery(model.id, signal);
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
