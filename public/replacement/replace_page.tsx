import React, { useCallback } from 'react';
import { EuiLoadingContent, EuiPage, EuiPageBody } from '@elastic/eui';
import { useHistory, useLocation } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import { AppLink } from '../components/app_link';
import { FailurePrompt, ReadErrorText } from '../components/error_callout';
import { PageHeader } from '../components/page_header';
import { EffectsHelp } from '../dependents/effects_help';
import { ModelId } from '../models/list/columns';
import { usePageTitle } from '../models/page_frame';
import { useModel, usePermission } from '../queries';
import { useAddresses } from '../services/addresses';
import { useServices } from '../services/services';
import { ReplacementFlow } from './replacement_flow';
import { type Step, STEPS } from './steps';

/** Puts another model in the place of one in everything that uses it, in five steps. */
export function ReplacePage({ modelId }: { modelId: string }) {
  const { data, error, isFetching, refetch } = useModel(modelId);
  const { modelPage } = useAddresses();
  const { header } = useServices();
  const { replacementId, step, open } = usePlace();
  const isGone = error?.reason === 'not_found';
  const model = isGone ? null : (data?.model ?? null);
  const title = titleOf(model?.name ?? modelId);
  usePageTitle(title);
  usePermission('delete_model', { ask: true });
  return (
    <EuiPage>
      <EuiPageBody component="main" tabIndex={-1} aria-label={title} data-test-subj="replacePage">
        <div>
          {model || isGone ? (
            <>
              <PageHeader
                title={title}
                facts={
                  model
                    ? [
                        <AppLink to={modelPage(modelId)}>{model.name}</AppLink>,
                        <ModelId model={model} />,
                      ]
                    : []
                }
                actions={<></>}
                help={<EffectsHelp />}
              />
              <ReplacementFlow
                modelId={modelId}
                model={model}
                replacementId={replacementId}
                step={step}
                onOpen={open}
              />
            </>
          ) : error ? (
            <FailurePrompt
              heading={header ? 'h2' : 'h1'}
              title={i18n.translate('mlModels.replace.modelFailed', {
                defaultMessage: 'Couldn’t read the model to replace',
              })}
              iconType={error.status === 403 ? 'lock' : 'alert'}
              isRetrying={isFetching}
              onRetry={() => void refetch()}
              data-test-subj="pageError"
            >
              <ReadErrorText error={error} />
            </FailurePrompt>
          ) : (
            <EuiLoadingContent lines={10} />
          )}
        </div>
      </EuiPageBody>
    </EuiPage>
  );
}

function titleOf(name: string): string {
  return i18n.translate('mlModels.replace.title', {
    defaultMessage: 'Replace “{name}”',
    values: { name },
  });
}

/** The step and the replacement that the address names, and the way to others. */
function usePlace() {
  const history = useHistory();
  const params = new URLSearchParams(useLocation().search);
  const named = params.get('step');
  const open = useCallback(
    (step: Step, replacementId?: string) => {
      const { location } = history;
      const next = new URLSearchParams(location.search);
      next.set('step', step);
      if (replacementId !== undefined) next.set('replacement', replacementId);
      history.push({ ...location, search: `?${next.toString()}` });
    },
    [history]
  );
  return {
    replacementId: params.get('replacement'),
    step: STEPS.find((one) => one === named) ?? STEPS[0],
    open,
  };
}
