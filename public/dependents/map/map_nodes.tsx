import React, { memo, useEffect, useRef } from 'react';
import { EuiIcon, EuiPanel, EuiText, EuiTextColor } from '@elastic/eui';
import type { NodeProps } from '@xyflow/react';
import { i18n } from '@osd/i18n';
import type { Enforcement } from '../../../common/dependents/verdict';
import {
  capitalized,
  effectLabel,
  kindCount,
  kindIcon,
  kindLabel,
  kindPlural,
  usageLabel,
} from '../../labels/dependent_labels';
import type { MapNode, ResourceNode } from './graph_view';
import { cardsIn, FRAME_HEAD } from './layout/geometry';
import { LineEnds } from './map_lines';
import type { CardNode, FrameNode } from './use_flow_nodes';

/** One node as a button: what a delete does to it by word, its kind by icon and word. */
export const Card = memo(function Card({ data }: NodeProps<CardNode>) {
  const { node, isActive, isChosen, focusTurn, onPress, onFocus } = data;
  const button = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    // the map moves by itself: the browser would scroll what doesn't scroll
    if (isActive && focusTurn > 0) button.current?.focus({ preventScroll: true });
  }, [isActive, focusTurn]);
  const { icon, name, caption, effect, color, subject, isExpandable } = nodeLook(node);
  // on other grounds only the text's own colour can be read
  const isPlain = color === 'plain' && !isChosen;
  return (
    <>
      <LineEnds />
      <EuiPanel
        panelRef={(element) => {
          button.current = element as HTMLButtonElement | null;
        }}
        paddingSize="none"
        hasBorder
        hasShadow={isChosen}
        color={isChosen ? 'primary' : color}
        onClick={() => onPress(node)}
        onFocus={() => onFocus(node.key)}
        tabIndex={isActive ? 0 : -1}
        title={`${name} · ${wholeCaption({ caption, effect })}`}
        data-test-subj={subject}
        style={FILL}
        {...(isExpandable ? { 'aria-expanded': false } : { 'aria-pressed': isChosen })}
      >
        <span style={ROW}>
          <EuiIcon type={icon} aria-hidden />
          <span style={TEXT}>
            <EuiText size="s" className="eui-textTruncate">
              <strong>{name}</strong>
            </EuiText>
            <EuiText size="xs" color={isPlain ? 'subdued' : 'default'} className="eui-textTruncate">
              {/* first: the end may be cut, and the icon says the kind as well */}
              {effect && (
                <>
                  <EuiTextColor color={isPlain ? effect.color : 'default'}>
                    {effect.word}
                  </EuiTextColor>
                  {' · '}
                </>
              )}
              {caption}
            </EuiText>
          </span>
        </span>
      </EuiPanel>
    </>
  );
});

const FILL = { width: '100%', height: '100%', display: 'block' } as const;
const ROW = {
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '0 12px',
  textAlign: 'left',
} as const;
const TEXT = { minWidth: 0, flex: 1 } as const;

/** All of a kind, in a frame whose head closes it. */
export const Frame = memo(function Frame({ data }: NodeProps<FrameNode>) {
  const { node, isActive, isFar, focusTurn, onPress, onFocus } = data;
  const button = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (isActive && focusTurn > 0) button.current?.focus({ preventScroll: true });
  }, [isActive, focusTurn]);
  const { name, caption, subject } = nodeLook(node);
  return (
    <EuiPanel color="subdued" hasBorder paddingSize="none" hasShadow={false} style={FRAME_FILL}>
      <LineEnds />
      <EuiPanel
        panelRef={(element) => {
          button.current = element as HTMLButtonElement | null;
        }}
        color="transparent"
        hasShadow={false}
        paddingSize="none"
        style={HEAD}
        tabIndex={isActive ? 0 : -1}
        aria-expanded
        title={i18n.translate('mlModels.map.closeKind', {
          defaultMessage: 'Close {name}',
          values: { name },
        })}
        onClick={() => onPress(node)}
        onFocus={() => onFocus(node.key)}
        data-test-subj={subject}
      >
        <EuiIcon type="fold" aria-hidden />
        <EuiText size="s" className="eui-textTruncate">
          <strong>{name}</strong> {caption}
        </EuiText>
      </EuiPanel>
      {isFar && <Hint count={node.count} />}
    </EuiPanel>
  );
});

/** Where the cards are, as one shape, however many there are. */
function Hint({ count }: { count: number }) {
  const shape = cardsIn({ x: 0, y: 0 }, count)
    .map(({ x, y, width, height }) => `M${x},${y}h${width}v${height}h${-width}z`)
    .join('');
  return (
    <svg
      width="100%"
      height="100%"
      style={HINT}
      aria-hidden
      className="euiTextColor euiTextColor--subdued"
    >
      <path d={shape} fill="currentColor" fillOpacity={0.3} />
    </svg>
  );
}

const FRAME_FILL = { width: '100%', height: '100%', position: 'relative' } as const;
const HINT = { position: 'absolute', inset: 0, pointerEvents: 'none' } as const;
const HEAD = {
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: FRAME_HEAD,
  maxWidth: '100%',
  padding: '0 16px',
} as const;

/** How a node is drawn, and what is said of it. */
export interface NodeLook {
  icon: string;
  name: string;
  /** Under the name. */
  caption: string;
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
    : { word: effectLabel(enforcement), color: EFFECT_COLORS[enforcement] };
}

function stateOf({ missing, notRead }: ResourceNode): string | undefined {
  if (missing) return i18n.translate('mlModels.map.missing', { defaultMessage: 'missing' });
  return notRead === undefined
    ? undefined
    : i18n.translate('mlModels.map.notRead', { defaultMessage: 'couldn’t be read' });
}

function resourceLook(node: ResourceNode): NodeLook {
  const { kind, id, name, depth } = node;
  const effect = effectOf(node.enforcement);
  const caption = [kindLabel(kind), stateOf(node)].filter(Boolean).join(' · ');
  const isWhole = !node.missing && node.notRead === undefined;
  return {
    icon: isWhole ? kindIcon(kind) : 'alert',
    name,
    caption,
    effect,
    color: depth === 0 ? 'primary' : isWhole ? 'plain' : 'warning',
    subject: `dependencyNode-${kind}-${id}`,
  };
}

/** What is under a node's name, as one text. */
export function wholeCaption({ caption, effect }: Pick<NodeLook, 'caption' | 'effect'>): string {
  return effect ? `${effect.word} · ${caption}` : caption;
}

/** How a node of a map looks; an open kind is a frame and looks otherwise. */
export function nodeLook(node: MapNode): NodeLook {
  switch (node.type) {
    case 'resource':
      return resourceLook(node);
    case 'kind': {
      const name = kindCount(node.kind, node.count);
      const caption = usageLabel(node.usage);
      return {
        icon: 'layers',
        name,
        caption,
        color: 'subdued',
        subject: `dependencyKind-${node.kind}-${node.depth}`,
        isExpandable: true,
      };
    }
    case 'unchecked': {
      const name = capitalized(kindPlural(node.source.source));
      const caption = i18n.translate('mlModels.map.unchecked', { defaultMessage: 'Not checked' });
      return {
        icon: 'alert',
        name,
        caption,
        color: 'warning',
        subject: `dependencyUnchecked-${node.source.source}`,
      };
    }
  }
}
