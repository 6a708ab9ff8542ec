import { useEffect, useState } from 'react';
import { layOutAside, placesOf, toLayOut, type Rect } from '../layout';
import type { Picture } from '../picture';

/** A picture and where everything in it stands. */
export interface LaidOut {
  picture: Picture;
  places: ReadonlyMap<string, Rect>;
}

/**
 * Lays a picture out; the last one stays until the next is ready. What went wrong is thrown while
 * the page is drawn, for whoever stands around the map to tell.
 */
export function useLayout(picture: Picture): LaidOut | null {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    let isWanted = true;
    layOutAside(toLayOut(picture)).then(
      (layers) => isWanted && setLaidOut({ picture, places: placesOf(picture, layers) }),
      (error: unknown) => isWanted && setFailure({ error })
    );
    return () => {
      isWanted = false;
    };
  }, [picture]);
  if (failure) throw failure.error;
  return laidOut;
}
