import type { Picture } from '../picture';
import { cardsIn, frameSize } from './frame';
import type { ToLayOut } from './layers';
import type { Rect } from './rect';
import { CARD } from './sizes';

/** What of a picture is laid out in layers: an open kind is as large as its frame. */
export function toLayOut({ nodes, edges }: Picture): ToLayOut {
  return {
    nodes: nodes.map((node) => ({
      key: node.key,
      ...(node.type === 'kind' && node.isOpen ? frameSize(node.count) : CARD),
    })),
    edges: edges.map(({ from, to }) => ({ from, to })),
  };
}

/** Where everything stands, those in frames too. */
export function placesOf({ members }: Picture, laidOut: ReadonlyMap<string, Rect>) {
  const places = new Map(laidOut);
  for (const [frame, cards] of members) {
    const at = laidOut.get(frame);
    if (!at) continue;
    cardsIn(at, cards.length).forEach((rect, index) => {
      const card = cards[index];
      if (card) places.set(card.key, rect);
    });
  }
  return places;
}
