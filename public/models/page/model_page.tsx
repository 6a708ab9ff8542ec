import React, { useState } from 'react';
import { EuiLoadingContent, EuiPage, EuiPageBody } from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { useHistory } from 'react-router-dom';
import { DeleteDialog, useTellOutcome } from '../../deletion';
import { useAddresses, useServices } from '../../services';
import { modelKey } from '../model_key';
import { useForgetModels } from '../use_forget_models';
import { modelsKey } from '../use_models';
import { ModelDetails } from './model_details';
import { ModelFailure } from './model_failure';
import { useModel } from './use_model';
import { usePageTitle } from '../use_page_title';

/** All about one model: what it is, what uses it, what a delete would do, and the delete. */
export function ModelPage({ modelId }: { modelId: string }) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useModel(modelId);
  const [isDeleting, setDeleting] = useState(false);
  const { dataSourceId } = useServices();
  const { list } = useAddresses();
  const history = useHistory();
  const queryClient = useQueryClient();
  const forgetModels = useForgetModels();
  const tellOutcome = useTellOutcome();
  const name = data?.model.name ?? modelId;
  usePageTitle(name);

  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: modelKey(dataSourceId, modelId) });
    // lists show the model as well, the versions of its group among them
    void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
  };
  // a model that is gone is told as gone, whatever was known of it
  const isGone = error?.reason === 'not_found';
  return (
    <EuiPage>
      <EuiPageBody component="main" tabIndex={-1} aria-label={name} data-test-subj="modelPage">
        {/* the page's body would stretch what stands in it on a short page */}
        <div>
          {data && !isGone ? (
            <ModelDetails
              answer={data}
              stale={error && { error, readAt: dataUpdatedAt }}
              isReading={isFetching}
              onReadAgain={readAgain}
              onDelete={() => setDeleting(true)}
            />
          ) : error ? (
            <ModelFailure
              modelId={modelId}
              error={error}
              isRetrying={isFetching}
              onRetry={() => void refetch()}
            />
          ) : (
            <EuiLoadingContent lines={10} data-test-subj="modelLoading" />
          )}
        </div>
        {isDeleting && data && (
          <DeleteDialog
            model={data.model}
            onClose={() => {
              setDeleting(false);
              readAgain();
            }}
            onDone={(outcome) => {
              tellOutcome(data.model, outcome);
              history.push(list);
              queryClient.removeQueries({ queryKey: modelKey(dataSourceId, modelId) });
              void forgetModels([modelId]);
            }}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
}
