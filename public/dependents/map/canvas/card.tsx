import React, { memo, useEffect, useRef } from 'react';
import { EuiIcon, EuiPanel, EuiText, EuiTextColor } from '@elastic/eui';
import type { NodeProps } from '@xyflow/react';
import type { CardNode } from './flow_node';
import { LineEnds } from './line_ends';
import { nodeLook } from './node_look';

/** One node as a button: its kind by icon and word, what a delete does to it by word. */
export const Card = memo(function Card({ data }: NodeProps<CardNode>) {
  const { node, isActive, isChosen, focusTurn, onPress, onFocus } = data;
  const button = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    // the map moves by itself: the browser would scroll what doesn't scroll
    if (isActive && focusTurn > 0) button.current?.focus({ preventScroll: true });
  }, [isActive, focusTurn]);
  const { icon, name, words, effect, color, subject, isExpandable } = nodeLook(node);
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
        title={name}
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
              {words}
              {effect && (
                <>
                  {' · '}
                  <EuiTextColor color={isPlain ? effect.color : 'default'}>
                    {effect.word}
                  </EuiTextColor>
                </>
              )}
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
