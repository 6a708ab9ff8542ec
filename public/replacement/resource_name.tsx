import React from 'react';
import { EuiText } from '@elastic/eui';
import { kindLabel } from '../labels/dependent_labels';

/** A resource by its name, with its kind below. */
export function ResourceName({ kind, name }: { kind: string; name: string }) {
  return (
    <div>
      <span className="eui-textBreakWord">{name}</span>
      <EuiText size="xs" color="subdued">
        {kindLabel(kind)}
      </EuiText>
    </div>
  );
}
