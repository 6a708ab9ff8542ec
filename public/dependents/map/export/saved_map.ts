import { i18n } from '@osd/i18n';
import type { LaidOut } from '../canvas/use_layout';
import { nodeLook } from '../canvas/node_look';
import { effectSentence } from '../effect_words';
import type { SavedMap, SavedNode } from './map_svg';

/** What is saved of a map: all of it as it is drawn now, the kinds that are open too. */
export function savedMap({ picture, places }: LaidOut, modelName: string): SavedMap {
  const cards = [...picture.nodes, ...[...picture.members.values()].flat()];
  const nodes = cards.flatMap((node): SavedNode[] => {
    const place = places.get(node.key);
    if (!place) return [];
    const { name, words, effect } = nodeLook(node);
    const isFrame = node.type === 'kind' && node.isOpen;
    return [{ place, name, words: [words, effect?.word].filter(Boolean).join(' · '), isFrame }];
  });
  const lines = [...new Set(picture.edges.map(({ line }) => line))];
  return {
    title: i18n.translate('mlModels.map.savedTitle', {
      defaultMessage: 'What {name} needs and what uses it',
      values: { name: modelName },
    }),
    nodes,
    edges: picture.edges,
    places,
    legend: lines.map((line) => ({ line, words: effectSentence(line) })),
  };
}
