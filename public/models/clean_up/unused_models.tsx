import React, { useCallback, useEffect, useState } from 'react';
import { EuiLoadingContent, EuiSpacer, EuiText, useIsWithinBreakpoints } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useHistory } from 'react-router-dom';
import { notChecked } from '../../../common/dependents/not_checked';
import type { ListModelsAnswer, ModelSummary } from '../../../common/models';
import { ReadPart } from '../../components';
import { usePermission } from '../../deletion/use_permissions';
import { useAddresses } from '../../services';
import { listQuery } from '../list_query';
import { DEFAULT_LIST_STATE, writeListState } from '../list_state';
import type { ListState } from '../list_state';
import { ModelsTable } from '../models_table';
import { NotCheckedSources } from '../not_checked_sources';
import { SelectionBar } from '../selection';
import type { Selection } from '../selection';
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
  const isTight = useIsWithinBreakpoints(['m']);
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
  const pages = data ? Math.ceil(data.total / state.size) : 0;
  // a table on a page beyond its end turns pages by itself
  const isBeyondEnd = pages > 0 && state.page >= pages;
  useEffect(() => {
    if (isBeyondEnd && !isFetching) setState((before) => ({ ...before, page: pages - 1 }));
  }, [isBeyondEnd, isFetching, pages]);
  return (
    <ReadPart query={query} failedWords={failedWords()} data-test-subj="unusedModels">
      {(answer) => (
        <>
          <NotCheckedSources
            coverage={answer.coverage}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
          {isBeyondEnd ? (
            <EuiLoadingContent lines={4} />
          ) : answer.total === 0 ? (
            <EuiText size="s">
              <p>{noneWords(answer)}</p>
            </EuiText>
          ) : (
            <>
              <SelectionBar
                page={answer.models}
                total={answer.total}
                selection={selection}
                onDeleteMany={onDeleteMany}
              />
              <EuiSpacer size="s" />
              <ModelsTable
                answer={answer}
                state={state}
                isLoading={isFetching}
                selection={selection}
                view={isTight ? TIGHT_VIEW : VIEW}
                onChange={onChange}
                onDelete={onDelete}
              />
            </>
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
