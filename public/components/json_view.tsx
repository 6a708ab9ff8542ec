import React from 'react';
import { EuiCodeBlock } from '@elastic/eui';

/** JSON to be read and copied; without colours, which are too pale on the block's own ground. */
export function JsonView({ value, height }: { value: unknown; height?: number }) {
  return (
    <EuiCodeBlock
      language="text"
      fontSize="s"
      paddingSize="m"
      isCopyable
      overflowHeight={height}
      data-test-subj="jsonView"
    >
      {JSON.stringify(value, null, 2)}
    </EuiCodeBlock>
  );
}
