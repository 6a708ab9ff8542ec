import React, { useEffect, useRef, useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiFieldText,
  EuiFormRow,
  EuiHealth,
  EuiLoadingSpinner,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { type DependentKind, nodeKey } from '../../common/dependents/kinds';
import type { Change, Plan } from '../../common/replacement/plan';
import type { Trial } from '../../common/replacement/trial';
import { asApiError } from '../api/errors';
import { useServices } from '../services/services';
import { fewAtOnce } from './few_at_once';
import { ResourceName } from './resource_name';

/** What has become of one trial. */
export type TrialState = Trial | { result: 'running' };

/** What is tried: the model by itself, or a dependent as it would be. */
interface Tried {
  kind: DependentKind;
  id: string;
  name: string;
  /** From which a document is taken, or which is searched. */
  index?: string;
  isPossible: boolean;
}

export type Trials = ReadonlyMap<string, TrialState>;

interface TryStepProps {
  plan: Plan;
  modelId: string;
  changes: readonly Change[];
  possible: ReadonlySet<string>;
  trials: Trials;
  onTrials(trials: Trials): void;
}

/** The third step: the new model, and each dependent as it would be, tried without a change. */
export function TryStep({ plan, modelId, changes, possible, trials, onTrials }: TryStepProps) {
  const { api } = useServices();
  const [text, setText] = useState('');
  const [isRunning, setRunning] = useState(false);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const tried = triedOf(plan, changes, possible);

  const run = async () => {
    const abort = new AbortController();
    controller.current = abort;
    setRunning(true);
    const states = new Map<string, TrialState>();
    const show = () => !abort.signal.aborted && onTrials(new Map(states));
    const tryOne = async ({ kind, id, index, isPossible }: Tried) => {
      const key = nodeKey({ kind, id });
      states.set(key, { result: 'running' });
      show();
      try {
        const body = {
          replacement_id: plan.replacement.id,
          kind,
          id,
          ...(index !== undefined && { index }),
          ...(isPossible && { possible: true }),
          ...(text !== '' && { sample: text }),
        };
        states.set(key, await api.tryReplacement(modelId, body, abort.signal));
      } catch (error) {
        states.set(key, { result: 'fails', detail: asApiError(error).displayMessage });
      }
      show();
    };
    await fewAtOnce(tried, tryOne, () => abort.signal.aborted);
    if (!abort.signal.aborted) setRunning(false);
  };

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
          value={text}
          maxLength={1_000}
          onChange={({ target }) => setText(target.value)}
          data-test-subj="sampleText"
        />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiButton
        size="s"
        iconType="play"
        isLoading={isRunning}
        onClick={() => void run()}
        data-test-subj="tryAll"
      >
        {i18n.translate('mlModels.try.run', {
          defaultMessage: 'Try {count, plural, one {# item} other {# items}}',
          values: { count: tried.length },
        })}
      </EuiButton>
      <EuiSpacer size="m" />
      <EuiBasicTable
        compressed
        items={tried}
        itemId={nodeKey}
        columns={trialColumns(trials)}
        rowProps={({ kind, id }: Tried) => ({ 'data-test-subj': `trial-${kind}-${id}` })}
        tableCaption={i18n.translate('mlModels.try.caption', {
          defaultMessage: 'What is tried, and what became of it',
        })}
      />
    </div>
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

function trialColumns(trials: Trials): EuiBasicTableColumn<Tried>[] {
  return [
    {
      name: i18n.translate('mlModels.try.item', { defaultMessage: 'Item' }),
      width: '35%',
      render: ({ kind, name }: Tried) => <ResourceName kind={kind} name={name} />,
    },
    {
      name: i18n.translate('mlModels.try.result', { defaultMessage: 'Result' }),
      render: (tried: Tried) => <TrialResult trial={trials.get(nodeKey(tried))} />,
    },
  ];
}

function TrialResult({ trial }: { trial: TrialState | undefined }) {
  if (!trial) return <span>{notTriedText()}</span>;
  if (trial.result === 'running') return <EuiLoadingSpinner size="s" />;
  const { label, color } = lookOf(trial.result);
  return (
    <div>
      <EuiHealth color={color}>{label}</EuiHealth>
      <EuiText size="s">
        <p className="eui-textBreakWord">{trial.detail}</p>
      </EuiText>
    </div>
  );
}

function notTriedText(): string {
  return i18n.translate('mlModels.try.notTried', { defaultMessage: 'Not tried yet' });
}

function lookOf(result: Trial['result']): { label: string; color: string } {
  switch (result) {
    case 'works':
      return {
        label: i18n.translate('mlModels.try.works', { defaultMessage: 'Works' }),
        color: 'success',
      };
    case 'fails':
      return {
        label: i18n.translate('mlModels.try.fails', { defaultMessage: 'Fails' }),
        color: 'danger',
      };
    case 'cannot_be_tried':
      return {
        label: i18n.translate('mlModels.try.cannot', { defaultMessage: 'Can’t be tried' }),
        color: 'subdued',
      };
  }
}
