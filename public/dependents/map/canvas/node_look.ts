import { i18n } from '@osd/i18n';
import type { Enforcement } from '../../../../common/dependents';
import { usageWords } from '../../../models/usage/usage_words';
import { kindIcon } from '../../kind_icons';
import { capitalized, kindCount, kindLabel, kindPlural } from '../../kind_words';
import { effectWord } from '../effect_words';
import type { MapNode, ResourceNode } from '../picture';

/** How a node is drawn, and what is said of it. */
export interface NodeLook {
  icon: string;
  name: string;
  /** Under the name. */
  words: string;
  effect?: { word: string; color: 'danger' | 'warning' | 'subdued' };
  /** Of its panel. */
  color: 'plain' | 'subdued' | 'primary' | 'warning';
  /** For tests. */
  subject: string;
  isExpandable?: true;
}

const EFFECT_COLORS = { blocks: 'danger', breaks: 'warning', possible: 'subdued' } as const;

function effectOf(enforcement: Enforcement | null): NodeLook['effect'] {
  return enforcement === null
    ? undefined
    : { word: effectWord(enforcement), color: EFFECT_COLORS[enforcement] };
}

function stateOf({ missing, notRead }: ResourceNode): string | undefined {
  if (missing) return i18n.translate('mlModels.map.missing', { defaultMessage: 'missing' });
  return notRead === undefined
    ? undefined
    : i18n.translate('mlModels.map.notRead', { defaultMessage: 'could not be read' });
}

function resourceLook(node: ResourceNode): NodeLook {
  const { kind, id, name, depth } = node;
  const effect = effectOf(node.enforcement);
  const words = [kindLabel(kind), stateOf(node)].filter(Boolean).join(' · ');
  const isWhole = !node.missing && node.notRead === undefined;
  return {
    icon: isWhole ? kindIcon(kind) : 'alert',
    name,
    words,
    effect,
    color: depth === 0 ? 'primary' : isWhole ? 'plain' : 'warning',
    subject: `dependencyNode-${kind}-${id}`,
  };
}

/** How a node of a map looks; an open kind is a frame and looks otherwise. */
export function nodeLook(node: MapNode): NodeLook {
  switch (node.type) {
    case 'resource':
      return resourceLook(node);
    case 'kind': {
      const name = kindCount(node.kind, node.count);
      const words = usageWords(node.usage);
      return {
        icon: 'layers',
        name,
        words,
        color: 'subdued',
        subject: `dependencyKind-${node.kind}-${node.depth}`,
        isExpandable: true,
      };
    }
    case 'unchecked': {
      const name = capitalized(kindPlural(node.source.source));
      const words = i18n.translate('mlModels.map.unchecked', { defaultMessage: 'Not checked' });
      return {
        icon: 'alert',
        name,
        words,
        color: 'warning',
        subject: `dependencyUnchecked-${node.source.source}`,
      };
    }
  }
}
