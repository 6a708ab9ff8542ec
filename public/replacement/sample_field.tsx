import React from 'react';
import { EuiFormRow, EuiTextArea } from '@elastic/eui';
import { i18n } from '@osd/i18n';

interface SampleFieldProps {
  kind: 'document' | 'search';
  value: string;
  isWrong: boolean;
  onChange(value: string): void;
  'data-test-subj': string;
}

/** Where the sample of one pipeline is typed as JSON. */
export function SampleField({ kind, value, isWrong, onChange, ...rest }: SampleFieldProps) {
  return (
    <EuiFormRow
      fullWidth
      label={
        kind === 'document'
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
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...rest}
      />
    </EuiFormRow>
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
