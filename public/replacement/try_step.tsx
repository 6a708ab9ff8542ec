import React, { useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiButtonEmpty,
  EuiFieldText,
  EuiFormRow,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Change, Plan } from '../../common/replacement/plan';
import { toggled } from './plan_choices';
import { ResourceName } from './resource_name';
import { SampleField } from './sample_field';
import {
  NOTHING_TYPED,
  ownSampleKind,
  readOwnSample,
  type TrialSamples,
  withOwnSample,
} from './trial_samples';
import { TrialResult } from './trial_result';
import { useTablePages, withFirst } from './use_table_pages';
import { type Trials, type TrialState, type Tried, useTrials } from './use_trials';

interface TryStepProps {
  plan: Plan;
  modelId: string;
  changes: readonly Change[];
  possible: ReadonlySet<string>;
  samples: TrialSamples;
  onSamples(samples: TrialSamples): void;
  trials: Trials;
  onTrials(trials: Trials): void;
}

/** The third step: the new model, and each dependent as it would be, tried without a change. */
export function TryStep(props: TryStepProps) {
  const { plan, modelId, changes, possible, samples, onSamples, trials, onTrials } = props;
  // what was typed before is in sight again
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(samples.own.keys()));
  const { isRunning, run, stateOf } = useTrials({
    modelId,
    replacementId: plan.replacement.id,
    samples,
    trials,
    onTrials,
  });
  const tried = triedOf(plan, changes, possible);
  const resultOf = (one: Tried) => stateOf(one)?.result;
  const pages = useTablePages(
    isRunning ? tried : withFirst(tried, (one) => resultOf(one) === 'fails')
  );
  const isWrong = (one: Tried) => readOwnSample(samples, one).kind === 'wrong';
  const isOpen = (one: Tried) => opened.has(nodeKey(one));
  const fields = tried.flatMap((one) => {
    const kind = ownSampleKind(one.kind);
    const key = nodeKey(one);
    if (kind === null || !isOpen(one)) return [];
    const field = (
      <div className="eui-fullWidth">
        <SampleField
          kind={kind}
          value={samples.own.get(key) ?? NOTHING_TYPED}
          isWrong={isWrong(one)}
          onChange={(typed) => onSamples(withOwnSample(samples, key, typed))}
          name={`${one.kind}-${one.id}`}
        />
      </div>
    );
    return [[key, field] as const];
  });

  return (
    <div data-test-subj="replacementTrials">
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.try.meaning', {
            defaultMessage:
              'The model predicts once, each ingest pipeline processes a document of one of its indexes, and each search pipeline runs a search. Nothing is stored. A remote model calls its provider, and one that isn’t deployed may be deployed by that.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFormRow
        fullWidth
        display="rowCompressed"
        label={i18n.translate('mlModels.try.text', { defaultMessage: 'Sample text (optional)' })}
      >
        <EuiFieldText
          fullWidth
          compressed
          value={samples.text}
          maxLength={1_000}
          onChange={({ target }) => onSamples({ ...samples, text: target.value })}
          data-test-subj="sampleText"
        />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiButton
        size="s"
        iconType="play"
        isLoading={isRunning}
        isDisabled={tried.some(isWrong)}
        onClick={() => void run(tried)}
        data-test-subj="tryAll"
      >
        {i18n.translate('mlModels.try.run', {
          defaultMessage: 'Try {count, plural, one {# item} other {# items}}',
          values: { count: tried.length },
        })}
      </EuiButton>
      <EuiSpacer size="m" />
      {trials.size > 0 && <TrialsSummary results={tried.map(resultOf)} />}
      <EuiBasicTable
        compressed
        {...pages}
        itemId={nodeKey}
        itemIdToExpandedRowMap={Object.fromEntries(fields)}
        isExpandable
        columns={trialColumns({
          stateOf,
          isRunning,
          isOpen,
          isWrong,
          onToggle: (one) => setOpened(toggled(opened, nodeKey(one))),
          onTry: (one) => void run([one]),
        })}
        rowProps={({ kind, id }: Tried) => ({ 'data-test-subj': `trial-${kind}-${id}` })}
        tableCaption={i18n.translate('mlModels.try.caption', {
          defaultMessage: 'What is tried, and what became of it',
        })}
      />
    </div>
  );
}

function TrialsSummary({ results }: { results: Array<TrialState['result'] | undefined> }) {
  const count = (result: TrialState['result']) => results.filter((one) => one === result).length;
  return (
    <EuiText size="s">
      <p role="status" data-test-subj="trialsSummary">
        {i18n.translate('mlModels.try.summary', {
          defaultMessage: 'Works: {works}. Fails: {fails}. Can’t be tried: {others}.',
          values: {
            works: count('works'),
            fails: count('fails'),
            others: count('cannot_be_tried'),
          },
        })}
      </p>
    </EuiText>
  );
}

function triedOf(
  { replacement }: Plan,
  changes: readonly Change[],
  possible: ReadonlySet<string>
): Tried[] {
  const model = { kind: 'model' as const, id: replacement.id, name: replacement.name };
  return [
    { ...model, isPossible: false },
    ...changes
      .filter((change) => nodeKey(change) !== nodeKey(model))
      .map(({ kind, id, name, impact }) => ({
        kind,
        id,
        name,
        index: impact.find((one) => one.kind === 'index')?.id,
        isPossible: possible.has(nodeKey({ kind, id })),
      })),
  ];
}

interface ColumnOptions {
  stateOf(tried: Tried): TrialState | undefined;
  isRunning: boolean;
  isOpen(tried: Tried): boolean;
  isWrong(tried: Tried): boolean;
  onToggle(tried: Tried): void;
  onTry(tried: Tried): void;
}

function trialColumns({ stateOf, ...options }: ColumnOptions): EuiBasicTableColumn<Tried>[] {
  return [
    {
      name: i18n.translate('mlModels.try.item', { defaultMessage: 'Item' }),
      width: '30%',
      render: ({ kind, name }: Tried) => <ResourceName kind={kind} name={name} />,
    },
    {
      name: i18n.translate('mlModels.try.result', { defaultMessage: 'Result' }),
      render: (tried: Tried) => <TrialResult trial={stateOf(tried)} />,
    },
    {
      name: i18n.translate('mlModels.try.actions', { defaultMessage: 'Actions' }),
      width: '150px',
      render: (tried: Tried) => <TrialActions tried={tried} {...options} />,
    },
  ];
}

interface TrialActionsProps extends Omit<ColumnOptions, 'stateOf'> {
  tried: Tried;
}

/** Tries one item by itself, and has a sample typed for it. */
function TrialActions(props: TrialActionsProps) {
  const { tried, isRunning, isOpen, isWrong, onToggle, onTry } = props;
  const { kind, id } = tried;
  // a row that is opened has a ground on which the link's color is too pale
  const look = { size: 'xs', flush: 'left', color: 'text' } as const;
  return (
    <div>
      <EuiButtonEmpty
        {...look}
        isDisabled={isRunning || isWrong(tried)}
        onClick={() => onTry(tried)}
        data-test-subj={`try-${kind}-${id}`}
      >
        {i18n.translate('mlModels.try.one', { defaultMessage: 'Try only this' })}
      </EuiButtonEmpty>
      {ownSampleKind(kind) !== null && (
        <EuiButtonEmpty
          {...look}
          aria-expanded={isOpen(tried)}
          // what keeps all from being tried stays in sight
          isDisabled={isWrong(tried)}
          onClick={() => onToggle(tried)}
          data-test-subj={`editSample-${kind}-${id}`}
        >
          {i18n.translate('mlModels.try.editSample', { defaultMessage: 'Edit sample' })}
        </EuiButtonEmpty>
      )}
    </div>
  );
}
