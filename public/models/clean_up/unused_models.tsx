import React, { useCallback, useState } from 'react';
import { EuiLoadingContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useHistory } from 'react-router-dom';
import { notChecked } from '../../../common/dependents/not_checked';
import type { ListModelsAnswer, ModelSummary } from '../../../common/models';
import { ReadPart } from '../../components';
import { usePermission } from '../../deletion/use_permissions';
import { useAddresses } from '../../services';
import { isBeyondEnd, useTurnBack } from '../beyond_end';
import { listQuery } from '../list_query';
import { DEFAULT_LIST_STATE, writeListState } from '../list_state';
import type { ListState } from '../list_state';
import { NotCheckedSources } from '../not_checked_sources';
import { SelectableModels } from '../selectable_models';
import type { Selection } from '../selection';
import { useIsTight } from '../use_is_tight';
import type { ChangeListState } from '../use_list_state';
import { useModels } from '../use_models';
import { DEFAULT_LIST_VIEW } from '../view';
import type { ListView } from '../view';

interface Props {
  selection: Selection;
  onDelete(model: ModelSummary): void;
  onDeleteMany(): void;
}

const LONGEST_UNDEPLOYED: ListState = {
  ...DEFAULT_LIST_STATE,
  usage: 'unused',
  sort_field: 'last_deployed_time',
  size: 10,
};
const VIEW: ListView = { ...DEFAULT_LIST_VIEW, hidden: ['id', 'usage'] };
/** In a narrow window a name needs more room. */
const TIGHT_VIEW: ListView = { ...VIEW, hidden: [...VIEW.hidden, 'last_updated_time'] };

/** The models that nothing uses, to be selected and deleted. */
export function UnusedModels({ selection, onDelete, onDeleteMany }: Props) {
  const [state, setState] = useState(LONGEST_UNDEPLOYED);
  const isTight = useIsTight();
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
  useTurnBack(
    state,
    query,
    useCallback((page: number) => setState((before) => ({ ...before, page })), [])
  );
  return (
    <ReadPart query={query} failedWords={failedWords()} data-test-subj="unusedModels">
      {(answer) => (
        <>
          <NotCheckedSources
            coverage={answer.coverage}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
          {isBeyondEnd(state, answer.total) ? (
            <EuiLoadingContent lines={4} />
          ) : answer.total === 0 ? (
            <EuiText size="s">
              <p>{noneWords(answer)}</p>
            </EuiText>
          ) : (
            <SelectableModels
              answer={answer}
              state={state}
              isLoading={isFetching}
              selection={selection}
              view={isTight ? TIGHT_VIEW : VIEW}
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

function noneWords({ coverage, total_unfiltered: all }: ListModelsAnswer): string {
  if (all === 0) {
    return i18n.translate('mlModels.cleanUp.noModels', {
      defaultMessage: 'There is no model in this cluster that you can see.',
    });
  }
  return notChecked(coverage).length > 0
    ? i18n.translate('mlModels.cleanUp.notKnown', {
        defaultMessage: 'As long as not everything can be checked, no model is called unused.',
      })
    : i18n.translate('mlModels.cleanUp.allInUse', {
        defaultMessage: 'None: every model is in use.',
      });
}

function failedWords(): string {
  return i18n.translate('mlModels.cleanUp.unusedFailed', {
    defaultMessage: 'The unused models could not be read.',
  });
}
