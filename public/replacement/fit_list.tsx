import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiText } from '@elastic/eui';
import type { Fit, FitCheck } from '../../common/replacement/fit';
import { fitLabel } from '../labels/replacement_labels';

const ICONS = {
  same: { type: 'check', color: 'success' },
  different: { type: 'cross', color: 'danger' },
  unknown: { type: 'questionInCircle', color: 'subdued' },
} as const;

/** What is usual says nothing: a model that is enabled, and one that answers. */
function isWorthSaying({ check, result }: FitCheck): boolean {
  return result !== 'same' || (check !== 'enabled' && check !== 'deployed');
}

/** What is the same in two models and what isn't; the differences first. */
export function FitList({ fit }: Pick<Fit, 'fit'>) {
  const order: FitCheck['result'][] = ['different', 'unknown', 'same'];
  const checks = order.flatMap((result) =>
    fit.filter((check) => check.result === result && isWorthSaying(check))
  );
  return (
    <EuiText size="xs">
      <EuiFlexGroup gutterSize="s" responsive={false} wrap component="span">
        {checks.map((check) => {
          const { type, color } = ICONS[check.result];
          return (
            <EuiFlexItem grow={false} key={check.check} component="span">
              <span className="eui-textBreakWord">
                <EuiIcon size="s" type={type} color={color} aria-hidden /> {fitLabel(check)}
              </span>
            </EuiFlexItem>
          );
        })}
      </EuiFlexGroup>
    </EuiText>
  );
}
