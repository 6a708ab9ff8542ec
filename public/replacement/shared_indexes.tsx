import React from 'react';
import { EuiHealth, EuiInMemoryTable, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import { isApplicable } from '../../common/replacement/action';
import type { Change, Plan } from '../../common/replacement/plan';
import { CappedList } from '../components/capped_list';
import { kindLabel } from '../labels/dependent_labels';
import type { PlanChoices } from './plan_choices';

/** An index on which several resources work with the old model, such as one that writes and one that searches. */
export interface SharedIndex {
  index: string;
  /** Those that are to change, and those that are not. */
  changing: Change[];
  staying: Change[];
}

function indexesOf({ kind, id, impact }: Change): string[] {
  const affected = impact.filter((one) => one.kind === 'index').map((one) => one.id);
  return [...new Set(kind === 'index' ? [id, ...affected] : affected)];
}

/** The indexes that several dependents work on, those of which only some change first. */
export function sharedIndexes({ changes }: Plan, { excluded }: PlanChoices): SharedIndex[] {
  const shared = new Map<string, SharedIndex>();
  for (const change of changes) {
    const isCertain = isApplicable(change) || change.action === 'manual';
    if (!isCertain) continue;
    const isChanging = isApplicable(change) && !excluded.has(nodeKey(change));
    for (const index of indexesOf(change)) {
      const one = shared.get(index) ?? { index, changing: [], staying: [] };
      (isChanging ? one.changing : one.staying).push(change);
      shared.set(index, one);
    }
  }
  return [...shared.values()]
    .filter(({ changing, staying }) => changing.length + staying.length > 1)
    .sort((a, b) => Number(isHalf(b)) - Number(isHalf(a)));
}

/** Whether a change would leave some on the old model: then vectors of two models may be compared. */
export function isHalf({ changing, staying }: SharedIndex): boolean {
  return changing.length > 0 && staying.length > 0;
}

interface SharedIndexesProps {
  plan: Plan;
  choices: PlanChoices;
}

/** What works on the same index side by side, so that half a change is seen. */
export function SharedIndexes({ plan, choices }: SharedIndexesProps) {
  const indexes = sharedIndexes(plan, choices);
  if (indexes.length === 0) return null;
  const title = i18n.translate('mlModels.shared.title', {
    defaultMessage: 'Resources that work on the same index',
  });
  return (
    <section data-test-subj="sharedIndexes">
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('mlModels.shared.meaning', {
            defaultMessage:
              'What embeds the documents of an index and what embeds its queries need the same model: change all of them, or none.',
          })}
        </p>
      </EuiText>
      <EuiInMemoryTable
        compressed
        items={indexes}
        itemId="index"
        columns={sharedColumns()}
        pagination={indexes.length > 10 ? { initialPageSize: 10, hidePerPageOptions: true } : false}
        rowProps={({ index }: SharedIndex) => ({ 'data-test-subj': `shared-${index}` })}
        tableCaption={title}
      />
      <EuiSpacer size="l" />
    </section>
  );
}

function sharedColumns(): EuiBasicTableColumn<SharedIndex>[] {
  return [
    {
      name: i18n.translate('mlModels.shared.index', { defaultMessage: 'Index' }),
      width: '30%',
      render: (shared: SharedIndex) => (
        <div>
          <span className="eui-textBreakWord">{shared.index}</span>
          {isHalf(shared) && (
            <EuiHealth color="warning">
              {i18n.translate('mlModels.shared.half', { defaultMessage: 'Only some change' })}
            </EuiHealth>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.shared.changing', { defaultMessage: 'New model' }),
      render: ({ changing }: SharedIndex) => <Names changes={changing} />,
    },
    {
      name: i18n.translate('mlModels.shared.staying', { defaultMessage: 'Old model' }),
      render: ({ staying }: SharedIndex) => <Names changes={staying} />,
    },
  ];
}

function Names({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <EuiText size="s">
      <CappedList items={changes}>
        {(change) => (
          <li key={nodeKey(change)} className="eui-textBreakWord">
            {i18n.translate('mlModels.shared.resource', {
              defaultMessage: '{name} ({kind})',
              values: { name: change.name, kind: kindLabel(change.kind) },
            })}
          </li>
        )}
      </CappedList>
    </EuiText>
  );
}
