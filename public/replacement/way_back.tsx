import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiLoadingSpinner,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Journal } from '../../common/replacement/journal';
import { ErrorDetailsText } from '../components/error_callout';
import { checkAgainLabel } from '../labels/action_labels';
import { useServices } from '../services/services';
import { DefinitionDiff } from './definition_diff';
import { fewAtOnce } from './few_at_once';
import { type ReplacementRecord, saveRecord } from './journal_store';
import { ResourceName } from './resource_name';
import { askRevert, type JournalState } from './run_changes';
import { usePacedState } from './use_paced_state';
import { useTablePages, withFirst } from './use_table_pages';

/** Where each dependent of a record is, by its `nodeKey`; none until it is asked. */
export type JournalStates = ReadonlyMap<string, JournalState>;

interface Way {
  states: JournalStates;
  isBusy: boolean;
  check(): Promise<void>;
  revert(journals: readonly Journal[]): Promise<void>;
}

interface WayBackProps {
  record: ReplacementRecord;
  way: Way;
  /** Leads to a plan with the rest of the changes. */
  onGoOn(replacementId: string): void;
  onForget(): void;
}

/** What is kept of the changes, where each stands in the cluster, and the way back from it. */
export function WayBack({ record, way, onGoOn, onForget }: WayBackProps) {
  const { states, isBusy, check, revert } = way;
  const [selected, setSelected] = useState<Journal[]>([]);
  const journals = useMemo(() => record.changes.map(({ journal }) => journal), [record]);
  const inState = (kind: JournalState['kind']) =>
    journals.filter((one) => states.get(nodeKey(one))?.kind === kind);
  const replaced = inState('replaced');
  const rest = inState('not_replaced');
  const isTrouble = (one: Journal) =>
    ['changed', 'unknown'].includes(states.get(nodeKey(one))?.kind ?? '');
  const pages = useTablePages(isBusy ? journals : withFirst(journals, isTrouble));
  const chosen = replaced.filter((one) =>
    selected.some((other) => nodeKey(other) === nodeKey(one))
  );
  const [waits, setWaits] = useState(false);
  return (
    <section data-test-subj="wayBack">
      <EuiTitle size="xs">
        <h2>
          {i18n.translate('mlModels.back.title', { defaultMessage: 'Changes that were made' })}
        </h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('mlModels.back.meaning', {
            defaultMessage:
              'Going back puts the old model into a resource again, if nobody has changed the resource since.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p role="status" data-test-subj="backSummary">
          {i18n.translate('mlModels.back.summary', {
            defaultMessage:
              'New model: {replaced}. Old model: {rest}. Changed by someone or not read: {trouble}.',
            values: {
              replaced: replaced.length,
              rest: rest.length,
              trouble: journals.filter(isTrouble).length,
            },
          })}
        </p>
      </EuiText>
      <EuiBasicTable
        compressed
        {...pages}
        itemId={nodeKey}
        isSelectable
        selection={{
          selectable: (one: Journal) => states.get(nodeKey(one))?.kind === 'replaced',
          onSelectionChange: setSelected,
        }}
        columns={journalColumns(states)}
        rowProps={({ kind, id }: Journal) => ({ 'data-test-subj': `journal-${kind}-${id}` })}
        tableCaption={i18n.translate('mlModels.back.caption', {
          defaultMessage: 'The changes, and which model each resource uses now',
        })}
      />
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            isLoading={isBusy}
            isDisabled={replaced.length === 0}
            onClick={() => void revert(chosen.length > 0 ? chosen : replaced)}
            data-test-subj="goBack"
          >
            {chosen.length > 0
              ? i18n.translate('mlModels.back.some', {
                  defaultMessage:
                    'Go back for {count, plural, one {# resource} other {# resources}}',
                  values: { count: chosen.length },
                })
              : i18n.translate('mlModels.back.all', { defaultMessage: 'Go back for all' })}
          </EuiButton>
        </EuiFlexItem>
        {rest.length > 0 && (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              isDisabled={isBusy}
              onClick={() => onGoOn(rest[0]?.replacement_id ?? '')}
              data-test-subj="goOn"
            >
              {i18n.translate('mlModels.back.goOn', {
                defaultMessage:
                  'Plan again for {count, plural, one {# resource} other {# resources}} with the old model',
                values: { count: rest.length },
              })}
            </EuiButton>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="refresh"
            isDisabled={isBusy}
            onClick={() => void check()}
          >
            {checkAgainLabel()}
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="s" iconType="download" onClick={() => saveRecord(record)}>
            {i18n.translate('mlModels.back.download', { defaultMessage: 'Download the journal' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            color="danger"
            isDisabled={isBusy}
            onClick={() => (waits ? onForget() : setWaits(true))}
            data-test-subj="forgetJournal"
          >
            {waits
              ? i18n.translate('mlModels.back.forgetSure', {
                  defaultMessage: 'Remove it: there is no way back then',
                })
              : i18n.translate('mlModels.back.forget', {
                  defaultMessage: 'Remove the journal from this browser',
                })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </section>
  );
}

/**
 * Where the dependents of a record are, asked when it is opened and whenever `check` is called, and
 * the way back. `onReverted`: what uses the models is another.
 */
export function useWayBack({ changes }: ReplacementRecord, onReverted: () => void): Way {
  const { api } = useServices();
  const [states, setStates] = usePacedState<JournalStates>(new Map());
  const [isBusy, setBusy] = useState(false);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  const check = useCallback(async () => {
    setBusy(true);
    const found = new Map<string, JournalState>();
    await fewAtOnce(
      changes,
      async ({ journal }) => {
        found.set(nodeKey(journal), await askRevert(api, journal, { dryRun: true }));
      },
      () => !isShown.current
    );
    if (!isShown.current) return;
    setStates(found, { final: true });
    setBusy(false);
  }, [api, changes, setStates]);
  useEffect(() => {
    void check();
  }, [check]);

  /** The last change first: what searches vectors before what writes them. */
  const revert = async (journals: readonly Journal[]) => {
    setBusy(true);
    let next = states;
    for (const journal of [...journals].reverse()) {
      const state = await askRevert(api, journal, { dryRun: false });
      if (!isShown.current) return;
      next = new Map(next).set(nodeKey(journal), state);
      setStates(next);
    }
    setStates(next, { final: true });
    setBusy(false);
    onReverted();
  };
  return { states, isBusy, check, revert };
}

function journalColumns(states: JournalStates): EuiBasicTableColumn<Journal>[] {
  return [
    {
      name: i18n.translate('mlModels.back.resource', { defaultMessage: 'Resource' }),
      width: '35%',
      render: ({ kind, name }: Journal) => <ResourceName kind={kind} name={name} />,
    },
    {
      name: i18n.translate('mlModels.back.state', { defaultMessage: 'State' }),
      render: (journal: Journal) => (
        <StateOfJournal journal={journal} state={states.get(nodeKey(journal))} />
      ),
    },
  ];
}

function StateOfJournal({ journal, state }: { journal: Journal; state: JournalState | undefined }) {
  if (!state) return <EuiLoadingSpinner size="s" />;
  switch (state.kind) {
    case 'replaced':
      return (
        <div>
          <EuiHealth color="success">
            {i18n.translate('mlModels.back.replaced', { defaultMessage: 'Uses the new model' })}
          </EuiHealth>
          <OtherWrites journal={journal} />
        </div>
      );
    case 'not_replaced':
      return (
        <EuiHealth color="subdued">
          {i18n.translate('mlModels.back.notReplaced', { defaultMessage: 'Uses the old model' })}
        </EuiHealth>
      );
    case 'changed':
      return (
        <div>
          <EuiHealth color="warning">
            {i18n.translate('mlModels.back.changed', {
              defaultMessage: 'Changed by someone since. It can’t go back from here.',
            })}
          </EuiHealth>
          {state.now && <DefinitionDiff before={journal.after} after={state.now} />}
        </div>
      );
    case 'unknown':
      return (
        <div>
          <EuiHealth color="danger">
            {i18n.translate('mlModels.back.unknown', { defaultMessage: 'Couldn’t read it' })}
          </EuiHealth>
          <EuiText size="s">
            <ErrorDetailsText error={state.error} />
          </EuiText>
        </div>
      );
  }
}

/** That the cluster noted other changes while the resource was written: one of them may be lost. */
function OtherWrites({ journal: { written } }: { journal: Journal }) {
  if (!written?.other_writes) return null;
  return (
    <EuiText size="s">
      <p>
        {i18n.translate('mlModels.back.otherWrites', {
          defaultMessage:
            'In the {ms, number} ms of the write the cluster noted {count, plural, one {# other change} other {# other changes}}, maybe of this resource. The journal has the definition before and after.',
          values: { ms: written.window_ms, count: written.other_writes },
        })}
      </p>
    </EuiText>
  );
}
