import React, { useMemo, useState } from 'react';
import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiFieldSearch,
  EuiHealth,
  EuiRadio,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Candidate } from '../../common/replacement/fit';
import { needsNewIndexes } from '../../common/replacement/needs_new_indexes';
import { Clamped } from '../components/clamped';
import { ReadPart } from '../components/error_callout';
import { nameLabel, stateLook } from '../labels/model_labels';
import { GroupLink } from '../models/page/model_header';
import { useCandidates } from '../queries';
import { FitList } from './fit_list';
import { NewIndexes } from './new_indexes';
import { toggled } from './plan_choices';
import { useSearchPage } from './use_search_page';

interface ChooseModelProps {
  modelId: string;
  chosen: string | null;
  onChoose(replacementId: string): void;
}

/** The first step: which model takes the place of the old one. */
export function ChooseModel({ modelId, chosen, onChoose }: ChooseModelProps) {
  const { text, setText, query: asked, tablePages } = useSearchPage();
  const query = useCandidates(modelId, asked);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(
    () =>
      candidateColumns({
        ...{ chosen, onChoose, opened },
        onToggle: (id) => setOpened((before) => toggled(before, id)),
      }),
    [chosen, onChoose, opened]
  );
  const label = i18n.translate('mlModels.replace.search', {
    defaultMessage: 'Search by name, description, or ID',
  });
  return (
    <>
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.replace.chooseMeaning', {
            defaultMessage:
              'Choose the model that everything that uses the old one is to use. The best fits are first. Nothing changes before you apply the plan.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFieldSearch
        compressed
        fullWidth
        placeholder={label}
        aria-label={label}
        value={text}
        onChange={({ target }) => setText(target.value)}
        data-test-subj="searchCandidates"
      />
      <EuiSpacer size="s" />
      <ReadPart
        query={query}
        failedText={i18n.translate('mlModels.replace.candidatesFailed', {
          defaultMessage: 'Couldn’t read the models.',
        })}
        data-test-subj="candidates"
      >
        {({ candidates, total }) => (
          <EuiBasicTable
            items={candidates}
            itemId={({ model }: Candidate) => model.id}
            columns={columns}
            isExpandable
            itemIdToExpandedRowMap={Object.fromEntries(
              candidates
                .filter(({ model }) => opened.has(model.id))
                .map(({ model: { id } }) => [
                  id,
                  <div key={id} className="eui-fullWidth">
                    <NewIndexes modelId={modelId} replacementId={id} />
                  </div>,
                ])
            )}
            loading={query.isFetching}
            rowProps={({ model }: Candidate) => ({ 'data-test-subj': `candidate-${model.id}` })}
            {...tablePages<Candidate>(total)}
            noItemsMessage={i18n.translate('mlModels.replace.noCandidates', {
              defaultMessage: 'No model matches',
            })}
            tableCaption={i18n.translate('mlModels.replace.candidatesCaption', {
              defaultMessage: 'Models that could replace the old one, best fits first',
            })}
          />
        )}
      </ReadPart>
    </>
  );
}

interface ColumnOptions extends Pick<ChooseModelProps, 'chosen' | 'onChoose'> {
  /** Candidates of which the requests for new indexes are shown. */
  opened: ReadonlySet<string>;
  onToggle(replacementId: string): void;
}

function candidateColumns({
  chosen,
  onChoose,
  opened,
  onToggle,
}: ColumnOptions): EuiBasicTableColumn<Candidate>[] {
  return [
    {
      name: nameLabel(),
      width: '35%',
      render: ({ model, allowed }: Candidate) => (
        <div>
          <EuiRadio
            id={`candidate-${model.id}`}
            name="replacement"
            label={<Clamped>{model.name}</Clamped>}
            checked={chosen === model.id}
            disabled={!allowed}
            onChange={() => onChoose(model.id)}
            data-test-subj={`chooseCandidate-${model.id}`}
          />
          <EuiText size="xs" color="subdued">
            <GroupLink model={model} />
          </EuiText>
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.replace.fit', { defaultMessage: 'Fit' }),
      render: ({ model, fit, allowed, reason }: Candidate) => (
        <div>
          {reason !== undefined && (
            <EuiText size="s">
              <p>
                <strong>
                  {i18n.translate('mlModels.replace.cannot', {
                    defaultMessage: 'Can’t replace it. {reason}',
                    values: { reason },
                  })}
                </strong>
              </p>
            </EuiText>
          )}
          {/* its state has a column of its own */}
          <FitList fit={fit.filter(({ check }) => check !== 'deployed')} />
          {needsNewIndexes({ fit, allowed }) && (
            <EuiButtonEmpty
              size="xs"
              flush="left"
              // the row that is opened has a ground on which the link's color is too pale
              color="text"
              iconType={opened.has(model.id) ? 'arrowUp' : 'arrowDown'}
              iconSide="right"
              aria-expanded={opened.has(model.id)}
              aria-label={newIndexesOfLabel(model.name)}
              onClick={() => onToggle(model.id)}
              data-test-subj={`showNewIndexes-${model.id}`}
            >
              {newIndexesLabel()}
            </EuiButtonEmpty>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.replace.state', { defaultMessage: 'State' }),
      width: '150px',
      render: ({ model }: Candidate) => {
        const { label, color } = stateLook(model.state);
        return <EuiHealth color={color}>{label}</EuiHealth>;
      },
    },
  ];
}

function newIndexesLabel(): string {
  return i18n.translate('mlModels.replace.newIndexes', {
    defaultMessage: 'Requests for new indexes',
  });
}

function newIndexesOfLabel(name: string): string {
  return i18n.translate('mlModels.replace.newIndexesOf', {
    defaultMessage: 'Requests for new indexes with {name}',
    values: { name },
  });
}
