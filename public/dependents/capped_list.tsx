import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';

const STEP = 50;

interface Props<T> {
  items: readonly T[];
  /** Draws one item as an `li` with a key. */
  children(item: T): ReactNode;
}

/** A list that draws its first 50 items, says how many more there are, and shows them on demand. */
export function CappedList<T>({ items, children }: Props<T>) {
  const [shown, setShown] = useState(STEP);
  const more = items.length - shown;
  return (
    <>
      <ul>{items.slice(0, shown).map(children)}</ul>
      {more > 0 && (
        <EuiButtonEmpty size="xs" flush="left" onClick={() => setShown(shown + STEP)}>
          {i18n.translate('mlModels.cappedList.more', {
            defaultMessage: 'And {more} more. Show the next {step}',
            values: { more, step: Math.min(more, STEP) },
          })}
        </EuiButtonEmpty>
      )}
    </>
  );
}
