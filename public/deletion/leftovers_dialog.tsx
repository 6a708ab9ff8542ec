import React, { useEffect, useRef, useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiHealth,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiProgress,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Leftover } from '../../common/dependents/leftovers';
import { CappedList } from '../components/capped_list';
import { cancelLabel, closeLabel, deletionResultsLabel } from '../labels/action_labels';
import { madeByText } from '../dependents/origin_sentences';
import { useServices } from '../services/services';
import {
  deleteLeftovers,
  type LeftoverEnd,
  leftoverEndText,
  leftoverLabel,
} from './delete_leftovers';

interface LeftoversDialogProps {
  leftovers: readonly Leftover[];
  onClose(): void;
  /** A run has ended, also one whose page was closed. */
  onEnded(): void;
}

type Ends = ReadonlyMap<string, LeftoverEnd>;

/** Asks whether connectors and groups are to be deleted, deletes them, and says what became of each. */
export function LeftoversDialog({ leftovers, onClose, onEnded }: LeftoversDialogProps) {
  const [titleId] = useState(htmlIdGenerator('deleteLeftovers'));
  const { ends, isStopped, start, stop } = useRun(leftovers, onEnded);
  const isRunning = ends !== null && ends.size < leftovers.length;
  // the button that had the focus is another one, or none
  const firstRef = useRef<HTMLButtonElement>(null);
  useEffect(() => firstRef.current?.focus(), [isRunning]);
  return (
    <EuiModal
      data-test-subj="deleteLeftoversModal"
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      initialFocus='[data-test-subj="deleteLeftoversCancel"]'
      // a delete that runs can't be closed by accident
      onClose={() => !isRunning && onClose()}
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 id={titleId}>{titleText(leftovers, { isRunning, isOver: ends !== null })}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s">
          <p role="status" aria-live="polite">
            {statusText(leftovers, ends)}
          </p>
        </EuiText>
        {isRunning && (
          <>
            <EuiSpacer size="s" />
            <EuiProgress size="m" value={ends.size} max={leftovers.length} aria-hidden />
          </>
        )}
        <EuiSpacer size="s" />
        <EuiText size="s">
          <CappedList items={leftovers}>
            {(one) => <Item key={nodeKey(one)} leftover={one} end={ends?.get(nodeKey(one))} />}
          </CappedList>
        </EuiText>
      </EuiModalBody>
      <EuiModalFooter>
        {isRunning ? (
          <EuiButton
            buttonRef={firstRef}
            data-test-subj="deleteLeftoversStop"
            aria-disabled={isStopped}
            onClick={stop}
          >
            {i18n.translate('mlModels.leftovers.stop', { defaultMessage: 'Stop' })}
          </EuiButton>
        ) : (
          <EuiButtonEmpty
            buttonRef={firstRef}
            data-test-subj="deleteLeftoversCancel"
            onClick={onClose}
          >
            {ends ? closeLabel() : cancelLabel()}
          </EuiButtonEmpty>
        )}
        {ends === null && (
          <EuiButton fill color="danger" data-test-subj="deleteLeftoversConfirm" onClick={start}>
            {confirmText(leftovers)}
          </EuiButton>
        )}
      </EuiModalFooter>
    </EuiModal>
  );
}

/** The run, once it is started; `ends` is null before that. */
function useRun(leftovers: readonly Leftover[], onEnded: () => void) {
  const { api } = useServices();
  const [ends, setEnds] = useState<Ends | null>(null);
  const [isStopped, setStopped] = useState(false);
  const mayGoOn = useRef(true);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      // what was sent is not taken back, and nothing follows
      mayGoOn.current = false;
    };
  }, []);
  return {
    ends,
    isStopped,
    start() {
      setEnds(new Map());
      void deleteLeftovers(leftovers, {
        api,
        mayGoOn: () => mayGoOn.current,
        onEnd: (one, end) => {
          if (isShown.current)
            setEnds((before) => new Map([...(before ?? []), [nodeKey(one), end]]));
        },
      }).then(onEnded);
    },
    stop() {
      mayGoOn.current = false;
      setStopped(true);
    },
  };
}

const COLORS = {
  deleted: 'success',
  gone: 'success',
  kept: 'danger',
  unknown: 'warning',
  not_started: 'subdued',
} as const satisfies Record<LeftoverEnd['kind'], string>;

function Item({ leftover, end }: { leftover: Leftover; end: LeftoverEnd | undefined }) {
  const { kind, id, name, made_by: maker } = leftover;
  return (
    <li data-test-subj={`leftover-${id}`} className="eui-textBreakWord">
      {i18n.translate('mlModels.leftovers.one', {
        defaultMessage: '{kind} {name} ({id})',
        values: { kind: leftoverLabel(kind), name, id },
      })}
      {maker && !end && <p>{madeByText(maker.name)}</p>}
      {end && (
        <div>
          <EuiHealth color={COLORS[end.kind]}>{leftoverEndText(end)}</EuiHealth>
        </div>
      )}
    </li>
  );
}

function titleText(
  { length: count }: readonly Leftover[],
  { isRunning, isOver }: { isRunning: boolean; isOver: boolean }
): string {
  if (isRunning) {
    return i18n.translate('mlModels.leftovers.titleRunning', {
      defaultMessage: 'Deleting {count, plural, one {# resource} other {# resources}}',
      values: { count },
    });
  }
  if (isOver) return deletionResultsLabel();
  return i18n.translate('mlModels.leftovers.title', {
    defaultMessage: 'Delete {count, plural, one {# resource} other {# resources}}?',
    values: { count },
  });
}

function confirmText({ length: count }: readonly Leftover[]): string {
  return i18n.translate('mlModels.leftovers.confirm', {
    defaultMessage: 'Delete {count, plural, one {# resource} other {# resources}}',
    values: { count },
  });
}

function statusText(leftovers: readonly Leftover[], ends: Ends | null): string {
  if (ends === null) {
    return i18n.translate('mlModels.leftovers.meaning', {
      defaultMessage:
        'Resources are deleted one by one. Each is checked again first, and kept if something uses it or it changed. This can’t be undone.',
    });
  }
  const deleted = [...ends.values()].filter(({ kind }) => kind === 'deleted' || kind === 'gone');
  return ends.size < leftovers.length
    ? i18n.translate('mlModels.leftovers.running', {
        defaultMessage: 'Deleting {number} of {all}…',
        values: { number: ends.size + 1, all: leftovers.length },
      })
    : i18n.translate('mlModels.leftovers.finished', {
        defaultMessage: '{deleted} of {all} deleted',
        values: { deleted: deleted.length, all: leftovers.length },
      });
}
