import React from 'react';
import { EuiCodeBlock } from '@elastic/eui';

/** Longer texts stay without colours: finding them would hold up the page. */
const MOST_COLOURED = 30_000;

/** JSON to be read and copied. */
export function JsonView({ value, height }: { value: unknown; height?: number }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <EuiCodeBlock
      language={text.length > MOST_COLOURED ? 'text' : 'json'}
      fontSize="s"
      paddingSize="m"
      isCopyable
      overflowHeight={height}
      data-test-subj="jsonView"
    >
      {text}
    </EuiCodeBlock>
  );
}
