import React, { useCallback, useState } from 'react';
import { EuiLoadingContent, EuiText } from '@elastic/eui';
import { useHistory } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import { notChecked } from '../../../common/dependents/verdict';
import type { Model } from '../../../common/models/model';
import { ReadPart } from '../../components/error_callout';
import { useModels, usePermission } from '../../queries';
import { useAddresses } from '../../services/addresses';
import { DEFAULT_LIST_STATE, isBeyondEnd, listQuery, writeListState } from '../list/list_state';
import { useClampPage } from '../list/use_list_state';
import type { ListState } from '../list/list_state';
import type { ChangeListState } from '../list/use_list_state';
import { usageOfPage } from '../list/known_usage';
import { DEFAULT_LIST_VIEW } from '../list/list_view';
import type { ListView } from '../list/list_view';
import { SelectableModels } from '../list/models_table';
import type { Selection } from '../list/selection';
import { NotCheckedSources } from '../not_checked_sources';

interface Props {
  selection: Selection;
  onDelete(model: Model): void;
  onDeleteMany(): void;
}

const LONGEST_UNDEPLOYED: ListState = {
  ...DEFAULT_LIST_STATE,
  usage: 'unused',
  sort_field: 'last_deployed_time',
  size: 10,
};
const VIEW: ListView = { ...DEFAULT_LIST_VIEW, hidden: ['id', 'usage'] };

/** The column of usage is hidden: none of these is in use. */
const NO_SESSION_USAGE = { data: undefined, error: null };

/** The models that nothing uses, to be selected and deleted. */
export function UnusedModels({ selection, onDelete, onDeleteMany }: Props) {
  const [state, setState] = useState(LONGEST_UNDEPLOYED);
  const { list } = useAddresses();
  const history = useHistory();
  const query = useModels(listQuery(state));
  const { data, isFetching, refetch } = query;
  usePermission('delete_model', { ask: data !== undefined });
  const onChange = useCallback<ChangeListState>(
    (part) => {
      if (!part.model_group_id) return setState((before) => ({ ...before, page: 0, ...part }));
      // a group is looked at in the list
      const ofGroup = { ...DEFAULT_LIST_STATE, model_group_id: part.model_group_id };
      return history.push({ ...list, search: writeListState(ofGroup, list.search) });
    },
    [history, list]
  );
  useClampPage(
    state,
    query,
    useCallback((page: number) => setState((before) => ({ ...before, page })), [])
  );
  return (
    <ReadPart query={query} failedText={failedText()} data-test-subj="unusedModels">
      {(answer) => (
        <>
          <NotCheckedSources
            coverage={answer.coverage ?? []}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
          {isBeyondEnd(state, answer.total) ? (
            <EuiLoadingContent lines={4} />
          ) : answer.total === 0 ? (
            <EuiText size="s">
              <p>{noneText(answer)}</p>
            </EuiText>
          ) : (
            <SelectableModels
              answer={answer}
              usage={usageOfPage(answer, NO_SESSION_USAGE)}
              state={state}
              isLoading={isFetching}
              selection={selection}
              view={VIEW}
              onChange={onChange}
              onDelete={onDelete}
              onDeleteMany={onDeleteMany}
            />
          )}
        </>
      )}
    </ReadPart>
  );
}

function noneText({ coverage, total_unfiltered: all }: ListModelsAnswer): string {
  if (all === 0) {
    return i18n.translate('mlModels.cleanUp.noModels', {
      defaultMessage: 'You can’t see any model in this cluster.',
    });
  }
  return notChecked(coverage ?? []).length > 0
    ? i18n.translate('mlModels.cleanUp.notKnown', {
        defaultMessage: 'Some resources couldn’t be checked, so no model is listed as unused.',
      })
    : i18n.translate('mlModels.cleanUp.allInUse', {
        defaultMessage: 'No unused models.',
      });
}

function failedText(): string {
  return i18n.translate('mlModels.cleanUp.unusedFailed', {
    defaultMessage: 'Couldn’t read the unused models.',
  });
}
