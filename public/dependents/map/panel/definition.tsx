import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiLoadingContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { JsonView, SaidWords } from '../../../components';
import { useDefinition } from './use_definition';

/** As high as leaves the references in sight. */
const HEIGHT = 360;

/** What a resource is made of, or why that could not be read. */
export function Definition({ kind, id }: { kind: string; id: string }) {
  const { data, error, isFetching, refetch } = useDefinition(kind, id);
  if (data) return <JsonView value={data.definition} height={HEIGHT} />;
  if (!error || isFetching) return <EuiLoadingContent lines={4} />;
  return (
    <EuiCallOut
      size="s"
      color="danger"
      iconType="alert"
      role="alert"
      data-test-subj="definitionError"
      title={i18n.translate('mlModels.map.definition.failed', {
        defaultMessage: 'The definition could not be read.',
      })}
    >
      <EuiText size="s">
        <SaidWords said={error} />
      </EuiText>
      <EuiButtonEmpty size="xs" flush="left" onClick={() => void refetch()}>
        {i18n.translate('mlModels.map.definition.tryAgain', { defaultMessage: 'Try again' })}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
