import React from 'react';
import { EuiButton, EuiLoadingContent, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Model } from '../../common/models/model';
import { OpenFile } from '../components/open_file';
import { Permitted } from '../components/permission_gate';
import { deleteLabel } from '../labels/action_labels';
import { Verdict } from '../models/page/verdict';
import { useReview } from '../queries';
import { EmbedAgain, type IndexToEmbed } from './embed_again';
import { parseRecord, type ReplacementRecord } from './journal_store';
import type { KeptChange } from './kept_changes';
import { type JournalStates, useWayBack, WayBack } from './way_back';

interface FinishStepProps {
  modelId: string;
  /** Null where there is no such model any more. */
  model: Model | null;
  /** Undefined until it is read. */
  record: ReplacementRecord | null | undefined;
  onKeep(changes: readonly KeptChange[]): void;
  onForget(): void;
  /** Leads to a plan with what still uses the old model. */
  onGoOn(replacementId: string): void;
  /** What uses the model may be another now. */
  onChanged(): void;
  onDelete(): void;
}

/** The last step: what still uses the old model, what to embed again, the delete, and the way back. */
export function FinishStep(props: FinishStepProps) {
  const { modelId, model, record, onKeep, onForget, onGoOn, onChanged, onDelete } = props;
  return (
    <div data-test-subj="replacementFinish">
      {model ? (
        <OldModel model={model} onDelete={onDelete} />
      ) : (
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.finish.gone', {
              defaultMessage: 'The old model doesn’t exist, so there is nothing to delete.',
            })}
          </p>
        </EuiText>
      )}
      <EuiSpacer size="l" />
      {record ? (
        <Changes record={record} onReverted={onChanged} onForget={onForget} onGoOn={onGoOn} />
      ) : record === null ? (
        <OpenJournal modelId={modelId} onOpen={({ changes }) => onKeep(changes)} />
      ) : (
        <EuiLoadingContent lines={3} />
      )}
    </div>
  );
}

interface ChangesProps {
  record: ReplacementRecord;
  onReverted(): void;
  onForget(): void;
  onGoOn(replacementId: string): void;
}

/** The changes that were made: what to embed again since, and the way back. */
function Changes({ record, onReverted, onForget, onGoOn }: ChangesProps) {
  const way = useWayBack(record, onReverted);
  const toEmbed = indexesToEmbed(record, way.states);
  return (
    <>
      {toEmbed.length > 0 && (
        <>
          <EmbedAgain modelId={record.model_id} indexes={toEmbed} />
          <EuiSpacer size="l" />
        </>
      )}
      <WayBack record={record} way={way} onGoOn={onGoOn} onForget={onForget} />
    </>
  );
}

/** The indexes, each once, that a change which still holds has made vectors of two models in. */
function indexesToEmbed({ changes }: ReplacementRecord, states: JournalStates): IndexToEmbed[] {
  const all = changes
    .filter(({ journal }) => states.get(nodeKey(journal))?.kind === 'replaced')
    .flatMap(({ journal, to_embed: toEmbed }) =>
      toEmbed.map((one) => ({ ...one, replacementId: journal.replacement_id }))
    );
  return [...new Map(all.map((one) => [one.index, one])).values()];
}

function OldModel({ model, onDelete }: { model: Model; onDelete(): void }) {
  const review = useReview(model.id);
  return (
    <section>
      <Verdict
        review={review.data}
        error={review.error}
        isReading={review.isFetching}
        onRetry={() => void review.refetch()}
      />
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.finish.bothDeployed', {
            defaultMessage:
              'Until you delete “{name}”, both models stay as they are, so you can go back at any time.',
            values: { name: model.name },
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <Permitted action="delete_model" label={deleteLabel()}>
        {(isForbidden) => (
          <EuiButton
            size="s"
            color="danger"
            iconType="trash"
            isDisabled={isForbidden}
            onClick={onDelete}
            data-test-subj={`deleteModel-${model.id}`}
          >
            {i18n.translate('mlModels.finish.delete', {
              defaultMessage: 'Delete “{name}”',
              values: { name: model.name },
            })}
          </EuiButton>
        )}
      </Permitted>
    </section>
  );
}

/** Opens a journal that was saved as a file, such as one from another browser. */
function OpenJournal({
  modelId,
  onOpen,
}: { modelId: string } & { onOpen(record: ReplacementRecord): void }) {
  const openText = (text: string) => {
    const record = parseRecord(text, modelId);
    if (record) onOpen(record);
    return record !== null;
  };
  return (
    <section>
      <EuiTitle size="xs">
        <h2>
          {i18n.translate('mlModels.finish.noJournal', {
            defaultMessage: 'No changes of this model are kept in this browser',
          })}
        </h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <OpenFile
        label={i18n.translate('mlModels.finish.open', {
          defaultMessage: 'Open a downloaded journal',
        })}
        wrongText={i18n.translate('mlModels.finish.notAJournal', {
          defaultMessage: 'The file isn’t a journal of this model.',
        })}
        onOpen={openText}
        data-test-subj="openJournal"
      />
    </section>
  );
}
