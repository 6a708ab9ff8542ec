import React, { memo, useEffect, useRef } from 'react';
import { EuiIcon, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { NodeProps } from '@xyflow/react';
import { cardsIn } from '../layout/frame';
import { FRAME_HEAD } from '../layout';
import type { FrameNode } from './flow_node';
import { LineEnds } from './line_ends';
import { nodeLook } from './node_look';

/** All of a kind, in a frame whose head closes it. */
export const Frame = memo(function Frame({ data }: NodeProps<FrameNode>) {
  const { node, isActive, isFar, focusTurn, onPress, onFocus } = data;
  const button = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (isActive && focusTurn > 0) button.current?.focus({ preventScroll: true });
  }, [isActive, focusTurn]);
  const { name, words, subject } = nodeLook(node);
  return (
    <EuiPanel color="subdued" hasBorder paddingSize="none" hasShadow={false} style={FILL}>
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
          <strong>{name}</strong> {words}
        </EuiText>
      </EuiPanel>
      {isFar && <Hint count={node.count} />}
    </EuiPanel>
  );
});

/** Where the cards stand, as one shape, however many there are. */
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

const FILL = { width: '100%', height: '100%', position: 'relative' } as const;
const HINT = { position: 'absolute', inset: 0, pointerEvents: 'none' } as const;
const HEAD = {
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: FRAME_HEAD,
  maxWidth: '100%',
  padding: '0 16px',
} as const;
