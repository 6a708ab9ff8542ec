import React, { useState } from 'react';
import { EuiButtonEmpty, EuiCodeBlock, EuiCopy, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import { notChecked } from '../../common/dependents/verdict';
import type { NewIndexes as Requests, NewIndexStep } from '../../common/replacement/new_indexes';
import { CappedList, ShowMore, STEP } from '../components/capped_list';
import { ReadPart } from '../components/error_callout';
import { NotCheckedCallout } from '../dependents/not_checked_callout';
import { kindLabel } from '../labels/dependent_labels';
import { useNewIndexes } from '../queries';

interface NewIndexesProps {
  modelId: string;
  replacementId: string;
}

/** How a model whose vectors fit in no index of the old one replaces it: requests for Dev Tools. */
export function NewIndexes({ modelId, replacementId }: NewIndexesProps) {
  const query = useNewIndexes(modelId, replacementId);
  return (
    <EuiPanel paddingSize="m" hasShadow={false}>
      <ReadPart
        query={query}
        failedText={i18n.translate('mlModels.newIndexes.failed', {
          defaultMessage: 'Couldn’t read what the requests are made of.',
        })}
        data-test-subj={`newIndexes-${replacementId}`}
      >
        {(requests) => (
          <>
            <Meaning {...requests} />
            {notChecked(requests.coverage).map((source) => (
              <React.Fragment key={source.source}>
                <EuiSpacer size="s" />
                <NotCheckedCallout
                  source={source}
                  isRetrying={query.isFetching}
                  onRetry={() => void query.refetch()}
                />
              </React.Fragment>
            ))}
            <Steps steps={requests.steps} />
            <NotMoved notMoved={requests.not_moved} />
          </>
        )}
      </ReadPart>
    </EuiPanel>
  );
}

/** What the requests do and cost as a whole. */
function Meaning({ steps, not_moved: notMoved }: Requests) {
  if (steps.length === 0 && notMoved.length === 0) {
    return (
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.newIndexes.none', {
            defaultMessage: 'Nothing that uses the old model has to change.',
          })}
        </p>
      </EuiText>
    );
  }
  const indexes = steps.filter(({ step }) => step === 'index');
  const documents = indexes.reduce((sum, one) => sum + (one.documents ?? 0), 0);
  const all = steps.map((step) => `# ${stepTitle(step)}\n\n${step.requests}`).join('\n');
  return (
    <>
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.newIndexes.meaning', {
            defaultMessage:
              'Its vectors don’t fit in the indexes of the old model. These requests for Dev Tools make new ones, to be sent by you, step by step. Up to the switch, searches work as before, but nothing can be written to the indexes that are copied.',
          })}
        </p>
        {indexes.length > 0 && (
          <p>
            {i18n.translate('mlModels.newIndexes.cost', {
              defaultMessage:
                '{indexes, plural, one {# index} other {# indexes}} with {documents, plural, one {# document} other {# documents}}: each document calls the new model, and is stored twice until the old index is deleted.',
              values: { indexes: indexes.length, documents },
            })}
          </p>
        )}
      </EuiText>
      {steps.length > 0 && (
        <EuiCopy textToCopy={all}>
          {(copy) => (
            <EuiButtonEmpty size="xs" flush="left" iconType="copy" color="text" onClick={copy}>
              {i18n.translate('mlModels.newIndexes.copyAll', {
                defaultMessage: 'Copy all requests',
              })}
            </EuiButtonEmpty>
          )}
        </EuiCopy>
      )}
    </>
  );
}

/** Each step is a block of text of its own: of hundreds only the first are drawn unasked. */
function Steps({ steps }: Pick<Requests, 'steps'>) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      {steps.slice(0, shown).map((step) => (
        <Step key={`${step.step}-${step.index ?? ''}`} {...step} />
      ))}
      <ShowMore all={steps.length} shown={shown} onShow={setShown} />
    </>
  );
}

/** As high as requests are before they scroll. */
const HEIGHT_PX = 240;
/** Fewer lines fit in less: for a height the block draws one more button than fits beside a line. */
const LINES = 12;

function Step(step: NewIndexStep) {
  return (
    <section data-test-subj={`newIndexStep-${step.index ?? step.step}`}>
      <EuiSpacer size="m" />
      <EuiText size="s">
        <p className="eui-textBreakWord">
          <strong>{stepTitle(step)}</strong>
        </p>
      </EuiText>
      <EuiSpacer size="xs" />
      <EuiCodeBlock
        language="text"
        fontSize="s"
        paddingSize="m"
        overflowHeight={step.requests.split('\n').length > LINES ? HEIGHT_PX : undefined}
        isCopyable
      >
        {step.requests}
      </EuiCodeBlock>
    </section>
  );
}

function stepTitle({ step, index = '', new_index: newIndex = '', documents }: NewIndexStep) {
  switch (step) {
    case 'pipelines':
      return i18n.translate('mlModels.newIndexes.pipelines', {
        defaultMessage: 'Make copies of pipelines with the new model',
      });
    case 'index':
      return documents === null || documents === undefined
        ? i18n.translate('mlModels.newIndexes.index', {
            defaultMessage: 'Copy {index} to {newIndex}',
            values: { index, newIndex },
          })
        : i18n.translate('mlModels.newIndexes.indexCount', {
            defaultMessage:
              'Copy {index} to {newIndex} ({count, plural, one {# document} other {# documents}})',
            values: { index, newIndex, count: documents },
          });
    case 'switch':
      return i18n.translate('mlModels.newIndexes.switch', {
        defaultMessage:
          'Switch to the new model: once all copies have ended without a failure, right after one another',
      });
    case 'delete':
      return i18n.translate('mlModels.newIndexes.delete', {
        defaultMessage: 'Delete what is no longer needed, once everything works',
      });
  }
}

function NotMoved({ notMoved }: { notMoved: Requests['not_moved'] }) {
  if (notMoved.length === 0) return null;
  return (
    <section data-test-subj="notMoved">
      <EuiSpacer size="m" />
      <EuiText size="s">
        <p>
          <strong>
            {i18n.translate('mlModels.newIndexes.notMoved', {
              defaultMessage: 'Needs more than these requests',
            })}
          </strong>
        </p>
        <CappedList items={notMoved}>
          {({ kind, id, name, reason }) => (
            <li key={nodeKey({ kind, id })} className="eui-textBreakWord">
              {i18n.translate('mlModels.newIndexes.notMovedOne', {
                defaultMessage: '{kind} {name}: {reason}',
                values: { name, kind: kindLabel(kind), reason },
              })}
            </li>
          )}
        </CappedList>
      </EuiText>
    </section>
  );
}
