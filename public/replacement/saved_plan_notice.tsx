import React, { useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Change } from '../../common/replacement/plan';
import { CappedList } from '../components/capped_list';
import { timeInFull } from '../components/time_ago';
import { DefinitionDiff, diffText } from './definition_diff';
import { describeOthers, describeParts } from './describe_difference';
import { ResourceName } from './resource_name';
import { type ChangedDependent, countChanged, isUpToDate, type PlanComparison } from './saved_plan';
import type { OpenedPlan } from './use_saved_plan';

interface SavedPlanNoticeProps {
  opened: OpenedPlan;
  /** Goes on with the plan of now, and without the saved one. */
  onDrop(): void;
}

/** Whether a plan that was opened from a file is up to date, and what has changed since. */
export function SavedPlanNotice({ opened, onDrop }: SavedPlanNoticeProps) {
  const { saved, comparison, isReading } = opened;
  const isSame = comparison !== null && isUpToDate(comparison);
  const others = comparison === null ? [] : describeOthers(comparison);
  return (
    <div data-test-subj="savedPlan">
      {comparison === null ? (
        <NotCompared isReading={isReading} />
      ) : (
        <EuiCallOut
          size="s"
          role="status"
          color={isSame ? 'success' : 'warning'}
          iconType={isSame ? 'check' : 'alert'}
          title={isSame ? upToDateText() : outOfDateText(countChanged(comparison))}
        >
          <EuiText size="s">
            <p>
              {i18n.translate('mlModels.savedPlan.savedAt', {
                defaultMessage: 'Saved on {time}.',
                values: { time: timeInFull(saved.saved_at) },
              })}
            </p>
            {others.length > 0 && (
              <CappedList items={others}>{(line) => <li key={line}>{line}</li>}</CappedList>
            )}
          </EuiText>
          {!isSame && (
            <>
              <EuiSpacer size="s" />
              <EuiButton size="s" color="warning" onClick={onDrop} data-test-subj="dropSavedPlan">
                {i18n.translate('mlModels.savedPlan.drop', {
                  defaultMessage: 'Use the current plan',
                })}
              </EuiButton>
            </>
          )}
        </EuiCallOut>
      )}
      {comparison !== null && <ChangedResources comparison={comparison} />}
      <EuiSpacer size="m" />
    </div>
  );
}

function NotCompared({ isReading }: { isReading: boolean }) {
  return (
    <EuiText size="s">
      <p role="status">
        {isReading
          ? i18n.translate('mlModels.savedPlan.comparing', {
              defaultMessage: 'Comparing the saved plan with the cluster…',
            })
          : i18n.translate('mlModels.savedPlan.notCompared', {
              defaultMessage:
                'The saved plan isn’t compared yet. Plan again to compare it with the cluster.',
            })}
      </p>
    </EuiText>
  );
}

function upToDateText(): string {
  return i18n.translate('mlModels.savedPlan.upToDate', {
    defaultMessage: 'The plan is up to date: nothing has changed since it was saved.',
  });
}

function outOfDateText(count: number): string {
  return count > 0
    ? i18n.translate('mlModels.savedPlan.outOfDate', {
        defaultMessage:
          'The plan is out of date: {count, plural, one {# resource} other {# resources}} changed since it was saved',
        values: { count },
      })
    : i18n.translate('mlModels.savedPlan.othersChanged', {
        defaultMessage:
          'The plan is out of date: the models, or what could be read, changed since it was saved',
      });
}

/** One resource that is otherwise than the saved plan has it. */
interface Row extends Pick<Change, 'kind' | 'id' | 'name'> {
  lines: string[];
  /** Where the definition changed. */
  diff?: ChangedDependent;
}

function rowsOf({ added, removed, changed }: PlanComparison): Row[] {
  const isNew = i18n.translate('mlModels.savedPlan.added', {
    defaultMessage: 'It isn’t in the saved plan.',
  });
  const isNoMore = i18n.translate('mlModels.savedPlan.removed', {
    defaultMessage: 'It’s no longer there, or doesn’t have the ID of the old model anymore.',
  });
  const named = ({ kind, id, name }: Change) => ({ kind, id, name });
  return [
    ...changed.map((one) => ({
      ...named(one.now),
      lines: describeParts(one),
      ...(one.parts.includes('definition') && { diff: one }),
    })),
    ...added.map((one) => ({ ...named(one), lines: [isNew] })),
    ...removed.map((one) => ({ ...named(one), lines: [isNoMore] })),
  ];
}

function ChangedResources({ comparison }: { comparison: PlanComparison }) {
  const rows = rowsOf(comparison);
  if (rows.length === 0) return null;
  const title = i18n.translate('mlModels.savedPlan.title', {
    defaultMessage: 'What changed since the plan was saved',
  });
  return (
    <section>
      <EuiSpacer size="m" />
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiBasicTable
        compressed
        items={rows}
        itemId={nodeKey}
        columns={differenceColumns()}
        rowProps={({ kind, id }: Row) => ({ 'data-test-subj': `difference-${kind}-${id}` })}
        tableCaption={title}
      />
    </section>
  );
}

function differenceColumns(): EuiBasicTableColumn<Row>[] {
  return [
    {
      name: i18n.translate('mlModels.savedPlan.resource', { defaultMessage: 'Resource' }),
      width: '30%',
      render: ({ kind, name }: Row) => <ResourceName kind={kind} name={name} />,
    },
    {
      name: i18n.translate('mlModels.savedPlan.whatChanged', { defaultMessage: 'What changed' }),
      render: ({ lines, diff }: Row) => (
        <div className="eui-fullWidth">
          <EuiText size="s">
            {lines.map((line) => (
              <p key={line} className="eui-textBreakWord">
                {line}
              </p>
            ))}
          </EuiText>
          {diff && <DefinitionSince change={diff} />}
        </div>
      ),
    },
  ];
}

/** Lines of a difference that are read at a glance. */
const SHORT = 30;

/** The definition of the saved plan and that of now; a long difference only when asked for. */
function DefinitionSince({ change: { saved, now } }: { change: ChangedDependent }) {
  const isLong = diffText(saved.before, now.before).split('\n').length > SHORT;
  const [isOpen, setOpen] = useState(!isLong);
  return (
    <>
      {isLong && (
        <EuiButtonEmpty
          size="xs"
          flush="left"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {i18n.translate('mlModels.savedPlan.difference', {
            defaultMessage: 'Show the difference',
          })}
        </EuiButtonEmpty>
      )}
      {isOpen && <DefinitionDiff before={saved.before} after={now.before} />}
    </>
  );
}
