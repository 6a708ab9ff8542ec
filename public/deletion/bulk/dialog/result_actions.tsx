import React from 'react';
import { EuiButtonEmpty, EuiCopy, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { saveText } from '../../../components';
import { resultRows } from '../result_rows';
import { toCsv, toJson } from '../result_text';
import type { RunState } from '../run_state';
import type { Staying } from '../sort_out';

interface Props {
  run: RunState;
  staying: readonly Staying[];
}

/** The result of a run for a ticket or a script. */
export function ResultActions({ run, staying }: Props) {
  const rows = resultRows(run, staying);
  const save = (ending: 'csv' | 'json', text: string, type: string) => {
    const time = new Date().toISOString().slice(0, 19).replace(/:/g, '-');
    saveText(`deleted-models-${time}.${ending}`, text, type);
  };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          flush="left"
          iconType="download"
          data-test-subj="deleteModelsResultCsv"
          onClick={() => save('csv', toCsv(rows), 'text/csv')}
        >
          {i18n.translate('mlModels.deleteMany.csv', { defaultMessage: 'Download as CSV' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          data-test-subj="deleteModelsResultJson"
          onClick={() => save('json', toJson(rows), 'application/json')}
        >
          {i18n.translate('mlModels.deleteMany.json', { defaultMessage: 'Download as JSON' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiCopy textToCopy={toJson(rows)}>
          {(copy) => (
            <EuiButtonEmpty
              size="s"
              iconType="copy"
              data-test-subj="deleteModelsResultCopy"
              onClick={copy}
            >
              {i18n.translate('mlModels.deleteMany.copy', { defaultMessage: 'Copy' })}
            </EuiButtonEmpty>
          )}
        </EuiCopy>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
