import React from 'react';
import { EuiCheckbox } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ModelSummary } from '../../../common/models';
import type { Selection } from './use_selection';

/**
 * The column of checkboxes. The table's own selection ends with the page, and this one goes over
 * all of them.
 */
export function selectColumn(
  page: readonly ModelSummary[],
  selection: Selection
): EuiBasicTableColumn<ModelSummary> {
  const onPage = page.filter(({ id }) => selection.has(id)).length;
  return {
    name: (
      <EuiCheckbox
        id="selectAllModels"
        data-test-subj="checkboxSelectAll"
        aria-label={i18n.translate('mlModels.select.page', {
          defaultMessage: 'Select all models on this page',
        })}
        checked={page.length > 0 && onPage === page.length}
        indeterminate={onPage > 0 && onPage < page.length}
        onChange={({ target }) => selection.select(page, target.checked)}
      />
    ),
    width: '32px',
    mobileOptions: { header: false },
    render: (model: ModelSummary) => (
      <EuiCheckbox
        id={`selectModel-${model.id}`}
        data-test-subj={`checkboxSelectRow-${model.id}`}
        aria-label={i18n.translate('mlModels.select.row', {
          defaultMessage: 'Select {name}',
          values: { name: model.name },
        })}
        checked={selection.has(model.id)}
        onChange={({ target }) => selection.select([model], target.checked)}
      />
    ),
  };
}
