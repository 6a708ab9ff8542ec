import React, { memo } from 'react';
import type { EdgeProps } from '@xyflow/react';
import type { LineEdge } from './flow_node';
import { LINE_LOOKS, lineAttributes } from './line_look';

/** One line; who can't see it has the table. */
export const Line = memo(function Line({ data }: EdgeProps<LineEdge>) {
  if (!data) return null;
  const { path, line, isStrong } = data;
  return (
    <path
      d={path}
      className={LINE_LOOKS[line].className}
      data-line={line}
      {...lineAttributes(line, isStrong)}
    />
  );
});
