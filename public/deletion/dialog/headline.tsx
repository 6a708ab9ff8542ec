import React from 'react';
import type { Ref } from 'react';
import { EuiText } from '@elastic/eui';
import type { DialogView } from '../state';
import { headlineWords } from './headline_words';

interface Props {
  view: DialogView;
  focusRef: Ref<HTMLParagraphElement>;
}

/** The state in one sentence, read out whenever it changes. */
export function Headline({ view, focusRef }: Props) {
  return (
    <EuiText>
      <p ref={focusRef} tabIndex={-1} role="status" aria-live="polite">
        <strong>{headlineWords(view)}</strong>
      </p>
    </EuiText>
  );
}
