import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { ShowMore, STEP } from './show_more';

interface Props<T> {
  items: readonly T[];
  /** Draws one item as an `li` with a key. */
  children(item: T): ReactNode;
}

/** A list that draws its first 50 items, says how many more there are, and shows them on demand. */
export function CappedList<T>({ items, children }: Props<T>) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <ul>{items.slice(0, shown).map(children)}</ul>
      <ShowMore all={items.length} shown={shown} onShow={setShown} />
    </>
  );
}
