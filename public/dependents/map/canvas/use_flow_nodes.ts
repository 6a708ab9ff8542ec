import { useMemo } from 'react';
import { meet, type Rect } from '../layout';
import { placed, type CardNode, type FrameNode, type NodeActions } from './flow_node';
import { useGradually } from './use_gradually';
import type { LaidOut } from './use_layout';
import { useRegion } from './use_region';

interface Options extends NodeActions {
  active: string;
  chosen: string | null;
  focusTurn: number;
}

/** The keys of the cards in frames that are seen, and of those that matter wherever they are. */
function wantedCards({ picture, places }: LaidOut, region: Rect | null, always: string[]) {
  const keys = [...picture.members.values()].flat().map(({ key }) => key);
  return keys.filter((key) => {
    const place = places.get(key);
    return place && (always.includes(key) || (region && meet(place, region)));
  });
}

/** The nodes that the library is to draw: of the cards in frames those that are seen. */
export function useFlowNodes(laidOut: LaidOut, options: Options): Array<CardNode | FrameNode> {
  const { active, chosen, focusTurn, onPress, onFocus } = options;
  const { picture, places } = laidOut;
  const region = useRegion();
  const isFar = region === null;
  const wanted = useMemo(
    () => wantedCards(laidOut, region, chosen === null ? [active] : [active, chosen]),
    [laidOut, region, active, chosen]
  );
  const drawn = useGradually(wanted);

  const all = useMemo(() => {
    const actions = { onPress, onFocus, isActive: false, focusTurn: 0 };
    const nodes = new Map<string, CardNode | FrameNode>();
    const cards = [...picture.nodes, ...[...picture.members.values()].flat()];
    for (const node of cards) {
      const place = places.get(node.key);
      if (!place) continue;
      const isFrame = node.type === 'kind' && node.isOpen;
      nodes.set(
        node.key,
        isFrame
          ? { ...placed(node.key, place, 0), type: 'frame', data: { ...actions, node, isFar } }
          : {
              ...placed(node.key, place, 1),
              type: 'card',
              data: { ...actions, node, isChosen: false },
            }
      );
    }
    return nodes;
  }, [picture, places, isFar, onPress, onFocus]);

  return useMemo(() => {
    const shown = [...picture.nodes.map(({ key }) => key), ...drawn];
    return shown.flatMap((key) => {
      const node = all.get(key);
      if (!node) return [];
      const isActive = key === active;
      const isChosen = key === chosen;
      if (!isActive && !isChosen) return [node];
      return node.type === 'card'
        ? [{ ...node, data: { ...node.data, isActive, isChosen, focusTurn } }]
        : [{ ...node, data: { ...node.data, isActive, focusTurn } }];
    });
  }, [picture, drawn, all, active, chosen, focusTurn]);
}
