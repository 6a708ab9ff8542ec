import React, { useEffect, useRef, useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiProgress,
  EuiSpacer,
  EuiSwitch,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Journal } from '../../common/replacement/journal';
import type { Change } from '../../common/replacement/plan';
import { ErrorDetailsText } from '../components/error_callout';
import { missingPermissionText } from '../components/permission_gate';
import { useLeaveWarning } from '../components/use_leave_warning';
import { useServices } from '../services/services';
import { DefinitionDiff } from './definition_diff';
import { type KeptRecord, type ReplacementRecord, saveRecord } from './journal_store';
import type { KeptChange, ToEmbed } from './kept_changes';
import { ResourceName } from './resource_name';
import { type ChangeState, type Run, runChanges } from './run_changes';
import { usePacedState } from './use_paced_state';
import { useTablePages, withFirst } from './use_table_pages';

interface ApplyStepProps {
  modelId: string;
  replacementId: string;
  changes: readonly Change[];
  possible: ReadonlySet<string>;
  /** Undefined until it is read. */
  record: ReplacementRecord | null | undefined;
  /** Keeps the journal of changes in this browser. */
  onKeep(changes: readonly KeptChange[]): Promise<KeptRecord>;
  /** Whether something is written right now. */
  onBusy(isBusy: boolean): void;
}

/** The fourth step: the changes are written, one by one, with a journal of the way back. */
export function ApplyStep(props: ApplyStepProps) {
  const { modelId, replacementId, possible, record, onKeep, onBusy } = props;
  // a plan that is made meanwhile has no more of what was applied
  const [changes] = useState(props.changes);
  const { api } = useServices();
  const [run, setRun] = usePacedState<Run | null>(null);
  const [skipsFailures, setSkips] = useState(false);
  const isStopped = useRef(false);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      // the change that is under way is finished, and nothing further is begun
      isShown.current = false;
      isStopped.current = true;
    };
  }, []);
  const isRunning = run !== null && run.phase !== 'ended';
  useLeaveWarning(isRunning);

  const kindOf = (change: Change) => run?.states.get(nodeKey(change))?.kind;
  const rows =
    run?.phase === 'ended' ? withFirst(changes, (one) => kindOf(one) === 'failed') : changes;
  const pages = useTablePages(
    rows,
    isRunning ? rows.findIndex((one) => kindOf(one) === 'running') : -1
  );

  const apply = async () => {
    isStopped.current = false;
    onBusy(true);
    const runAt = Date.now();
    let kept: KeptRecord | null = null;
    await runChanges(api, {
      modelId,
      replacementId,
      changes,
      possible,
      skipsFailures,
      keep: async (journals) => {
        const isFirst = kept === null;
        kept = await onKeep(journals.map((one) => keptChange(one, changes, runAt)));
        if (isFirst && !kept.isKept) saveRecord(kept.record);
      },
      onProgress: (next) => setRun(next, { final: next.phase !== 'applying' }),
      isStopped: () => isStopped.current,
    });
    saveUnlessKept(kept);
    if (isShown.current) onBusy(false);
  };

  return (
    <div data-test-subj="replacementApply">
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.apply.meaning', {
            defaultMessage:
              'Each resource is read again, compared with the plan, written, and read back. Before the first one is written, a journal of the way back is kept in this browser.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButton
            fill
            size="s"
            isLoading={isRunning}
            isDisabled={changes.length === 0 || run !== null || record === undefined}
            onClick={() => void apply()}
            data-test-subj="applyChanges"
          >
            {i18n.translate('mlModels.apply.run', {
              defaultMessage: 'Apply {count, plural, one {# change} other {# changes}}',
              values: { count: changes.length },
            })}
          </EuiButton>
        </EuiFlexItem>
        {isRunning && (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              color="text"
              onClick={() => void (isStopped.current = true)}
              data-test-subj="stopApplying"
            >
              {i18n.translate('mlModels.apply.stop', { defaultMessage: 'Stop' })}
            </EuiButton>
          </EuiFlexItem>
        )}
        {record && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="s"
              iconType="download"
              onClick={() => saveRecord(record)}
              data-test-subj="downloadJournal"
            >
              {i18n.translate('mlModels.apply.download', {
                defaultMessage: 'Download the journal',
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiSwitch
            compressed
            label={i18n.translate('mlModels.apply.skip', {
              defaultMessage: 'Go on when a change fails',
            })}
            checked={skipsFailures}
            disabled={run !== null}
            onChange={({ target }) => setSkips(target.checked)}
            data-test-subj="skipFailures"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {run && <RunSummary run={run} />}
      <EuiBasicTable
        compressed
        {...pages}
        itemId={nodeKey}
        columns={stateColumns(run)}
        rowProps={({ kind, id }: Change) => ({ 'data-test-subj': `applied-${kind}-${id}` })}
        tableCaption={i18n.translate('mlModels.apply.caption', {
          defaultMessage: 'The changes, and what became of them',
        })}
      />
    </div>
  );
}

/** Saves the whole journal as a file where this browser can't keep it. */
function saveUnlessKept(kept: KeptRecord | null): void {
  if (kept && !kept.isKept) saveRecord(kept.record);
}

/** What is kept of the change that a journal is of. */
function keptChange(journal: Journal, changes: readonly Change[], runAt: number): KeptChange {
  const position = changes.findIndex((one) => nodeKey(one) === nodeKey(journal));
  const change = changes[position];
  return { journal, run_at: runAt, position, to_embed: change ? toEmbed(change) : [] };
}

/** The indexes whose documents have vectors of the old model once a change is applied. */
function toEmbed({ action, kind, id, mixed_vectors: mixed }: Change): ToEmbed[] {
  if (action !== 'change_and_embed' || mixed === null) return [];
  const pipeline = kind === 'ingest_pipeline' ? id : null;
  return mixed
    .filter(({ documents }) => documents !== 0)
    .map(({ index, documents }) => ({ index, documents, pipeline }));
}

function RunSummary({ run: { phase, states } }: { run: Run }) {
  const all = [...states.values()];
  const count = (kind: ChangeState['kind']) => all.filter((one) => one.kind === kind).length;
  const done = count('done');
  const failed = count('failed');
  const values = { done, all: all.length, failed, left: count('not_begun') };
  if (phase !== 'ended') {
    return (
      <>
        <EuiProgress value={done + failed} max={all.length} size="s" aria-hidden />
        <EuiSpacer size="s" />
        <EuiText size="s">
          <p role="status">
            {phase === 'preparing'
              ? i18n.translate('mlModels.apply.preparing', {
                  defaultMessage: 'Comparing each resource with the plan…',
                })
              : i18n.translate('mlModels.apply.progress', {
                  defaultMessage: '{done} of {all} changed…',
                  values,
                })}
          </p>
        </EuiText>
        <EuiSpacer size="s" />
      </>
    );
  }
  const isWhole = done === all.length;
  return (
    <>
      <EuiCallOut
        size="s"
        role="status"
        color={isWhole ? 'success' : 'warning'}
        iconType={isWhole ? 'check' : 'alert'}
        data-test-subj="applySummary"
        title={
          isWhole
            ? i18n.translate('mlModels.apply.whole', {
                defaultMessage: 'Changed {all, plural, one {# resource} other {all # resources}}.',
                values,
              })
            : i18n.translate('mlModels.apply.part', {
                defaultMessage:
                  'Changed {done} of {all} resources. {failed} failed, {left} not changed.',
                values,
              })
        }
      />
      <EuiSpacer size="m" />
    </>
  );
}

function stateColumns(run: Run | null): EuiBasicTableColumn<Change>[] {
  return [
    {
      name: i18n.translate('mlModels.apply.resource', { defaultMessage: 'Resource' }),
      width: '35%',
      render: ({ kind, name }: Change) => <ResourceName kind={kind} name={name} />,
    },
    {
      name: i18n.translate('mlModels.apply.state', { defaultMessage: 'State' }),
      render: (change: Change) => (
        <StateOfChange
          change={change}
          state={run?.states.get(nodeKey(change)) ?? { kind: 'waiting' }}
        />
      ),
    },
  ];
}

function StateOfChange({ change, state }: { change: Change; state: ChangeState }) {
  switch (state.kind) {
    case 'waiting':
      return <EuiHealth color="subdued">{waitingText()}</EuiHealth>;
    case 'running':
      return (
        <EuiHealth color="primary">
          {i18n.translate('mlModels.apply.running', { defaultMessage: 'Writing…' })}
        </EuiHealth>
      );
    case 'done':
      return (
        <EuiHealth color="success">
          {i18n.translate('mlModels.apply.done', { defaultMessage: 'Changed' })}
        </EuiHealth>
      );
    case 'not_begun':
      return (
        <EuiHealth color="subdued">
          {i18n.translate('mlModels.apply.notBegun', { defaultMessage: 'Not changed' })}
        </EuiHealth>
      );
    case 'failed':
      return <FailedChange change={change} state={state} />;
  }
}

function waitingText(): string {
  return i18n.translate('mlModels.apply.waiting', { defaultMessage: 'Not changed yet' });
}

interface FailedChangeProps {
  change: Change;
  state: Extract<ChangeState, { kind: 'failed' }>;
}

/** Why a change was not made, and what is there instead of what was planned. */
function FailedChange({ change: { before }, state: { error } }: FailedChangeProps) {
  const [isOpen, setOpen] = useState(false);
  const now = error.change?.before ?? error.now ?? null;
  return (
    <div>
      <EuiHealth color="danger">
        {i18n.translate('mlModels.apply.failed', { defaultMessage: 'Failed' })}
      </EuiHealth>
      <EuiText size="s">
        <ErrorDetailsText error={error} />
        {error.permission !== undefined && <p>{missingPermissionText(error.permission)}</p>}
      </EuiText>
      {now !== null && (
        <>
          <EuiButtonEmpty
            size="xs"
            flush="left"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {i18n.translate('mlModels.apply.difference', {
              defaultMessage: 'Show what changed since the plan',
            })}
          </EuiButtonEmpty>
          {isOpen && <DefinitionDiff before={before} after={now} />}
        </>
      )}
    </div>
  );
}
