import React from 'react';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import type { ApiError } from '../../api';
import { SaidWords } from '../../components';

interface Props {
  error: ApiError;
  meaning: string;
}

/** A request that failed: what was said, what it means, what to do. */
export function ErrorState({ error, meaning }: Props) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut color="danger" iconType="alert" size="s" data-test-subj="deleteModelError">
        <EuiText size="s">
          <SaidWords said={error} />
          <p>{meaning}</p>
        </EuiText>
      </EuiCallOut>
    </>
  );
}
