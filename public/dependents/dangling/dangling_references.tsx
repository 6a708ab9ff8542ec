import React, { useMemo, useState } from 'react';
import {
  Comparators,
  EuiBasicTable,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiText,
} from '@elastic/eui';
import type { Criteria } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dangling } from '../../../common/dependents';
import { notChecked } from '../../../common/dependents/not_checked';
import { ReadPart, saveText } from '../../components';
import { ShowMore, STEP } from '../show_more';
import { danglingColumns } from './dangling_columns';
import { danglingCsv, danglingRows } from './dangling_rows';
import type { DanglingRow } from './dangling_rows';
import { useDangling } from './use_dangling';

/** What calls for models that are gone: it fails when it is used. */
export function DanglingReferences() {
  const query = useDangling();
  return (
    <ReadPart query={query} failedWords={failedWords()} data-test-subj="danglingReferences">
      {(dangling) => <References dangling={dangling} isReading={query.isFetching} />}
    </ReadPart>
  );
}

const SORTED_BY = ['kindWords', 'name', 'modelId'] as const;

interface Sort {
  field: (typeof SORTED_BY)[number];
  direction: 'asc' | 'desc';
}

function References({ dangling, isReading }: { dangling: Dangling; isReading: boolean }) {
  const [sort, setSort] = useState<Sort>({ field: 'kindWords', direction: 'asc' });
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
        <p>{isAllChecked ? noneWords() : noneFoundWords()}</p>
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
            {i18n.translate('mlModels.dangling.download', { defaultMessage: 'Download as CSV' })}
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
          defaultMessage: 'What calls for models that are gone',
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
          '{count, plural, one {# further ID belongs} other {# further IDs belong}} to no model in the list. Whether there is such a model could not be looked up.',
        values: { count },
      })}
    </p>
  );
}

function failedWords(): string {
  return i18n.translate('mlModels.dangling.failed', {
    defaultMessage: 'References to models that are gone could not be looked for.',
  });
}

function noneWords(): string {
  return i18n.translate('mlModels.dangling.none', {
    defaultMessage: 'None: every model that something calls for is there.',
  });
}

function noneFoundWords(): string {
  return i18n.translate('mlModels.dangling.noneFound', {
    defaultMessage: 'None was found where it could be checked.',
  });
}
