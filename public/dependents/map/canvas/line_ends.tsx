import React from 'react';
import { Handle, Position } from '@xyflow/react';

/** Where the lines of a node begin and end: the library looks for them, nobody sees them. */
export function LineEnds() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} style={UNSEEN} />
      <Handle type="source" position={Position.Right} isConnectable={false} style={UNSEEN} />
    </>
  );
}

const UNSEEN = { visibility: 'hidden' } as const;
