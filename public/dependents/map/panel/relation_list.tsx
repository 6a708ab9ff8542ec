import React from 'react';
import { nodeKey } from '../../../../common/dependents/node_key';
import { EuiCode, EuiLink, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { CappedList } from '../../capped_list';
import { kindName } from '../../kind_words';
import { rowEffectWords } from '../table/row_words';
import type { Relation } from './relations';

interface Props {
  title: string;
  relations: readonly Relation[];
  onChoose(key: string): void;
}

/** References, each with the place where it stands and what follows of a delete. */
export function RelationList({ title, relations, onChoose }: Props) {
  if (relations.length === 0) return null;
  return (
    <>
      <EuiTitle size="xxs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiText size="s">
        <CappedList items={relations}>
          {({ node: { kind, id, name }, path, line }) => (
            <li key={`${kind} ${id} ${path}`} className="eui-textBreakWord">
              {kindName(kind)}{' '}
              <EuiLink onClick={() => onChoose(nodeKey({ kind, id }))}>{name}</EuiLink>
              {path && (
                <>
                  {' · '}
                  <EuiCode>{path}</EuiCode>
                </>
              )}
              {' · '}
              {rowEffectWords(line)}
            </li>
          )}
        </CappedList>
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}
