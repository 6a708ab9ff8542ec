import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';

interface CappedListProps<T> {
  items: readonly T[];
  /** Draws one item as an `li` with a key. */
  children(item: T): ReactNode;
}

/** A list that draws its first 50 items, says how many more there are, and shows them on demand. */
export function CappedList<T>({ items, children }: CappedListProps<T>) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <ul>{items.slice(0, shown).map(children)}</ul>
      <ShowMore all={items.length} shown={shown} onShow={setShown} />
    </>
  );
}

/** How many are shown at first, and how many more each time. */
export const STEP = 50;

interface ShowMoreProps {
  all: number;
  shown: number;
  onShow(shown: number): void;
}

/** Under a part of a list: how many more there are, and the way to them. Nothing under all of it. */
export function ShowMore({ all, shown, onShow }: ShowMoreProps) {
  const more = all - shown;
  if (more <= 0) return null;
  return (
    <EuiButtonEmpty size="xs" flush="left" onClick={() => onShow(shown + STEP)}>
      {i18n.translate('mlModels.cappedList.more', {
        defaultMessage: 'Show {step} of {more} more',
        values: { more, step: Math.min(more, STEP) },
      })}
    </EuiButtonEmpty>
  );
}
