import React, { useEffect, useRef, useState } from 'react';
import { EuiButtonEmpty, EuiCopy, EuiSpacer, EuiText } from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Recovery } from '../../common/deletion/recovery';
import type { Model } from '../../common/models/model';
import { hasContent } from '../../common/models/model_state';
import type { ApiError } from '../api/errors';
import { saveText } from '../components/download';
import { ErrorCallout } from '../components/error_callout';
import { useServices } from '../services/services';
import { rememberRecoveryFile } from './saved_recovery_files';

/** What an admin can take along before a delete, and what it won't bring back. */
export function RecoveryFile({ model }: { model: Model }) {
  const { mutate, data, error, isLoading: isReading, status } = useRecoveryDownload(model);
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // what became of it is at the end of a dialog that may be longer than the window
    if (status !== 'idle') all.current?.scrollIntoView?.({ block: 'nearest' });
  }, [status]);
  return (
    <div ref={all}>
      <EuiSpacer size="m" />
      <EuiText size="s" color="subdued">
        <p>{limitsText(model)}</p>
      </EuiText>
      {error && (
        <>
          <EuiSpacer size="s" />
          <ErrorCallout
            role="alert"
            data-test-subj="downloadRecoveryError"
            title={i18n.translate('mlModels.recovery.failed', {
              defaultMessage: 'Couldn’t create the recovery file.',
            })}
            error={error}
          />
        </>
      )}
      <EuiButtonEmpty
        size="s"
        flush="left"
        iconType="download"
        data-test-subj="downloadRecovery"
        // a button that is disabled loses the focus, and the dialog gives it to its first one
        aria-disabled={isReading}
        onClick={() => !isReading && mutate()}
      >
        {i18n.translate('mlModels.recovery.download', {
          defaultMessage: 'Download recovery file',
        })}
      </EuiButtonEmpty>
      <EuiText size="s">
        <p role="status" className="eui-textBreakWord">
          {isReading &&
            i18n.translate('mlModels.recovery.reading', {
              defaultMessage: 'Reading the model and its dependents…',
            })}
          {data &&
            i18n.translate('mlModels.recovery.saved', {
              defaultMessage: 'Saved as {file}.',
              values: { file: fileName(model) },
            })}
        </p>
      </EuiText>
      {data && <CopyRequests requests={data.requests} />}
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
            defaultMessage: 'Copy requests for Dev Tools',
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
          'A recovery file has the definitions of the model and its dependents. It can’t restore the content of the model, and credentials are left out.',
      })
    : i18n.translate('mlModels.recovery.limits', {
        defaultMessage:
          'A recovery file has the definitions of the model and its dependents. Credentials are left out.',
      });
}

/** Names may have what files' names may not. */
function fileName({ name, id }: Model): string {
  return `recovery-${name.replace(/[^\w.-]+/g, '_')}-${id}.json`;
}

/** Reads a model's recovery file when asked to, and saves it; not once its page is gone. */
function useRecoveryDownload(model: Model) {
  const { api } = useServices();
  const [controller] = useState(() => new AbortController());
  useEffect(() => () => controller.abort(), [controller]);
  return useMutation<Recovery, ApiError>({
    mutationFn: () => api.getRecovery(model.id, controller.signal),
    onSuccess: (recovery) => {
      saveText(fileName(model), `${JSON.stringify(recovery, null, 2)}\n`);
      rememberRecoveryFile(api, model.id, fileName(model));
    },
  });
}
