import React from 'react';
import { EuiFieldText, EuiFormRow, EuiPanel, EuiTextArea } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TypedSample } from './trial_samples';

interface SampleFieldProps {
  kind: 'document' | 'search';
  /** Of the pipeline, for tests. */
  name: string;
  value: TypedSample;
  /** Whether the JSON is none of an object. */
  isWrong: boolean;
  onChange(typed: Partial<TypedSample>): void;
}

/** Where the sample of one pipeline is typed as JSON, and the index with which it is tried. */
export function SampleField({ kind, name, value, isWrong, onChange }: SampleFieldProps) {
  const { json, index } = value;
  const isDocument = kind === 'document';
  return (
    // on the ground of an opened row, the label of a wrong field is too pale
    <EuiPanel hasBorder hasShadow={false} paddingSize="s">
      <EuiFormRow
        fullWidth
        label={
          isDocument
            ? i18n.translate('mlModels.try.document', { defaultMessage: 'Sample document' })
            : i18n.translate('mlModels.try.search', { defaultMessage: 'Search body' })
        }
        helpText={helpText(kind)}
        isInvalid={isWrong}
        error={i18n.translate('mlModels.try.wrongSample', {
          defaultMessage: 'The sample isn’t a JSON object.',
        })}
      >
        <EuiTextArea
          fullWidth
          compressed
          resize="vertical"
          rows={6}
          spellCheck={false}
          isInvalid={isWrong}
          value={json}
          onChange={({ target }) => onChange({ json: target.value })}
          data-test-subj={`sample-${name}`}
        />
      </EuiFormRow>
      <EuiFormRow
        fullWidth
        label={
          isDocument
            ? i18n.translate('mlModels.try.documentIndex', {
                defaultMessage: 'Index whose documents the pipeline processes',
              })
            : i18n.translate('mlModels.try.searchIndex', { defaultMessage: 'Index to search' })
        }
        helpText={i18n.translate('mlModels.try.indexHelp', {
          defaultMessage:
            'If you leave it empty, an index that has the pipeline as its default is used.',
        })}
      >
        <EuiFieldText
          fullWidth
          compressed
          spellCheck={false}
          value={index}
          onChange={({ target }) => onChange({ index: target.value })}
          data-test-subj={`sampleIndex-${name}`}
        />
      </EuiFormRow>
    </EuiPanel>
  );
}

function helpText(kind: SampleFieldProps['kind']): string {
  return kind === 'document'
    ? i18n.translate('mlModels.try.documentHelp', {
        defaultMessage:
          'JSON, such as {example}. If you leave it empty, a document of an index is used.',
        values: { example: '{ "title": "…" }' },
      })
    : i18n.translate('mlModels.try.searchHelp', {
        defaultMessage:
          'JSON, such as {example}. If you leave it empty, a search that fits the pipeline is used.',
        values: { example: '{ "query": { "match_all": {} } }' },
      });
}
