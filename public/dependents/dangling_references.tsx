import React, { useMemo, useState } from 'react';
import {
  Comparators,
  EuiBasicTable,
  EuiButtonEmpty,
  EuiCode,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiText,
} from '@elastic/eui';
import type { Criteria, EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent } from '../../common/dependents/dependent';
import type { Dangling } from '../../common/dependents/graph';
import { notChecked } from '../../common/dependents/verdict';
import { AppLink } from '../components/app_link';
import { CappedList, ShowMore, STEP } from '../components/capped_list';
import { Clamped } from '../components/clamped';
import { csvText, saveText } from '../components/download';
import { ReadPart } from '../components/error_callout';
import { downloadCsvLabel } from '../labels/action_labels';
import { kindIcon, kindLabel } from '../labels/dependent_labels';
import { useDangling } from '../queries';
import { useAddresses } from '../services/addresses';
import { DependentActions } from './dependent_actions';

/** What calls for models that are gone: it fails when it is used. */
export function DanglingReferences() {
  const query = useDangling();
  return (
    <ReadPart query={query} failedText={failedText()} data-test-subj="danglingReferences">
      {(dangling) => <References dangling={dangling} isReading={query.isFetching} />}
    </ReadPart>
  );
}

const SORTED_BY = ['kindText', 'name', 'modelId'] as const;

interface Sort {
  field: (typeof SORTED_BY)[number];
  direction: 'asc' | 'desc';
}

function References({ dangling, isReading }: { dangling: Dangling; isReading: boolean }) {
  const [sort, setSort] = useState<Sort>({ field: 'kindText', direction: 'asc' });
  const [shown, setShown] = useState(STEP);
  const rows = useMemo(
    () =>
      danglingRows(dangling).sort(
        Comparators.property(sort.field, Comparators.default(sort.direction))
      ),
    [dangling, sort]
  );
  const onSort = ({ sort: asked }: Criteria<DanglingRow>) => {
    const field = SORTED_BY.find((one) => one === asked?.field);
    if (asked && field) setSort({ field, direction: asked.direction });
  };
  const { coverage, not_looked_up: notLookedUp = 0 } = dangling;
  if (rows.length === 0) {
    const isAllChecked = notChecked(coverage).length === 0 && notLookedUp === 0;
    return (
      <EuiText size="s">
        <p>{isAllChecked ? noneText() : noneFoundText()}</p>
        <NotLookedUp count={notLookedUp} />
      </EuiText>
    );
  }
  return (
    <>
      <EuiText size="s">
        <NotLookedUp count={notLookedUp} />
      </EuiText>
      <EuiFlexGroup justifyContent="flexEnd" gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="download"
            data-test-subj="downloadDangling"
            onClick={() => saveText('dangling-references.csv', danglingCsv(rows), 'text/csv')}
          >
            {downloadCsvLabel()}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiBasicTable
        items={rows.slice(0, shown)}
        itemId="key"
        columns={danglingColumns()}
        rowProps={({ dependent: { kind, id } }) => ({
          'data-test-subj': `danglingReference-${kind}-${id}`,
        })}
        loading={isReading}
        sorting={{ sort }}
        onChange={onSort}
        tableLayout="auto"
        tableCaption={i18n.translate('mlModels.dangling.caption', {
          defaultMessage: 'Resources that reference a missing model',
        })}
      />
      <ShowMore all={rows.length} shown={shown} onShow={setShown} />
    </>
  );
}

/** That there may be more than is shown: nobody asks for thousands of ids one by one. */
function NotLookedUp({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p data-test-subj="danglingNotLookedUp">
      {i18n.translate('mlModels.dangling.notLookedUp', {
        defaultMessage:
          '{count, plural, one {# more ID} other {# more IDs}} without a listed model. Couldn’t check whether such a model exists.',
        values: { count },
      })}
    </p>
  );
}

function failedText(): string {
  return i18n.translate('mlModels.dangling.failed', {
    defaultMessage: 'Couldn’t check for broken references.',
  });
}

function noneText(): string {
  return i18n.translate('mlModels.dangling.none', {
    defaultMessage: 'No broken references.',
  });
}

function noneFoundText(): string {
  return i18n.translate('mlModels.dangling.noneFound', {
    defaultMessage: 'No broken references found in what could be checked.',
  });
}

/** Built when drawn, since the platform may change the language after this module loaded. */
function danglingColumns(): EuiBasicTableColumn<DanglingRow>[] {
  return [
    {
      field: 'kindText',
      name: i18n.translate('mlModels.dangling.column.kind', { defaultMessage: 'Kind' }),
      sortable: true,
      width: '18%',
      render: (text: string, { dependent }: DanglingRow) => (
        <span>
          <EuiIcon type={kindIcon(dependent.kind)} aria-hidden /> {text}
        </span>
      ),
    },
    {
      field: 'name',
      name: i18n.translate('mlModels.dangling.column.name', { defaultMessage: 'Name' }),
      sortable: true,
      width: '22%',
      render: (name: string, { dependent: { id } }: DanglingRow) => (
        <Clamped>{name === id ? name : `${name} (${id})`}</Clamped>
      ),
    },
    {
      name: i18n.translate('mlModels.dangling.column.where', { defaultMessage: 'Where' }),
      width: '27%',
      render: ({ dependent: { references } }: DanglingRow) => (
        <CappedList items={references}>
          {({ path }) => (
            <li key={path}>
              <EuiCode className="eui-textBreakWord">{path}</EuiCode>
            </li>
          )}
        </CappedList>
      ),
    },
    {
      field: 'modelId',
      name: i18n.translate('mlModels.dangling.column.model', {
        defaultMessage: 'Missing model ID',
      }),
      sortable: true,
      width: '20%',
      render: (id: string) => (
        <div>
          <span className="eui-textBreakAll">{id}</span>
          {MODEL_ID.test(id) && <ReplaceLink modelId={id} />}
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.dangling.column.waysOut', { defaultMessage: 'Fix' }),
      width: '13%',
      render: ({ dependent, modelId }: DanglingRow) => (
        <DependentActions dependent={dependent} modelId={modelId} />
      ),
    },
  ];
}

/** What ML Commons can have given as an id: of others the plugin has no pages. */
const MODEL_ID = /^[A-Za-z0-9_-]{1,512}$/;

/** The way to a model that exists in the place of one that is gone. */
function ReplaceLink({ modelId }: { modelId: string }) {
  return (
    <EuiText size="xs">
      <AppLink
        to={useAddresses().replacePage(modelId)}
        data-test-subj={`replaceMissing-${modelId}`}
      >
        {i18n.translate('mlModels.dangling.replace', {
          defaultMessage: 'Use another model',
        })}
      </AppLink>
    </EuiText>
  );
}

/** One dependent that calls for a model which is gone. */
interface DanglingRow {
  /** Unique among the rows. */
  key: string;
  kindText: string;
  name: string;
  modelId: string;
  dependent: Dependent;
}

function danglingRows({ missing }: Dangling): DanglingRow[] {
  return missing.flatMap(({ model_id: modelId, dependents }) =>
    dependents.map((dependent) => ({
      key: `${dependent.kind} ${dependent.id} ${modelId}`,
      kindText: kindLabel(dependent.kind),
      name: dependent.name,
      modelId,
      dependent,
    }))
  );
}

const COLUMNS = ['kind', 'id', 'name', 'path', 'missing_model_id'] as const;

/** A line for each reference; a cell is never a formula. */
function danglingCsv(rows: readonly DanglingRow[]): string {
  const lines = rows.flatMap(({ dependent: { kind, id, name, references }, modelId }) =>
    references.map(({ path }) => ({ kind, id, name, path, missing_model_id: modelId }))
  );
  return csvText(COLUMNS, lines);
}
