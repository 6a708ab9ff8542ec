import React from 'react';
import { EuiLoadingContent } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { JsonView, ReadFailure } from '../../../components';
import { useDefinition } from './use_definition';

/** As high as leaves the references in sight. */
const HEIGHT = 360;

/** What a resource is made of, or why that could not be read. */
export function Definition({ kind, id }: { kind: string; id: string }) {
  const { data, error, isFetching, refetch } = useDefinition(kind, id);
  if (data) return <JsonView value={data.definition} height={HEIGHT} />;
  if (!error || isFetching) return <EuiLoadingContent lines={4} />;
  return (
    <ReadFailure
      data-test-subj="definitionError"
      title={i18n.translate('mlModels.map.definition.failed', {
        defaultMessage: 'The definition could not be read.',
      })}
      error={error}
      retryLabel={i18n.translate('mlModels.map.definition.tryAgain', {
        defaultMessage: 'Try again',
      })}
      onRetry={() => void refetch()}
    />
  );
}
