import React from 'react';
import { EuiCallOut, EuiLoadingContent } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent } from '../../../common/dependents/dependent';
import type { Review } from '../../../common/dependents/review';
import { isSureUse } from '../../../common/dependents/verdict';
import type { ApiError } from '../../api/errors';
import { ErrorCallout } from '../../components/error_callout';
import { formatList } from '../../components/format_list';
import { impactBehind } from '../../dependents/impact_summary';
import { kindCounts, nothingUsesText } from '../../labels/dependent_labels';

interface Props {
  review: Review | undefined;
  error: ApiError | null;
  isReading: boolean;
  onRetry(): void;
}

const ICONS = { success: 'check', primary: 'iInCircle', warning: 'alert', danger: 'alert' };

/** What a delete would do, in one sentence, or why that is not known; read out when it changes. */
export function Verdict(props: Props) {
  return (
    <div role="status">
      <Sentence {...props} />
    </div>
  );
}

function Sentence({ review, error, isReading, onRetry }: Props) {
  if (review) {
    const { tone, text } = verdictSentence(review);
    return (
      <EuiCallOut
        size="s"
        color={tone}
        iconType={ICONS[tone]}
        title={text}
        data-test-subj="modelVerdict"
      />
    );
  }
  if (!error || isReading) return <EuiLoadingContent lines={1} />;
  return (
    <ErrorCallout
      role="alert"
      data-test-subj="modelVerdictError"
      title={notReviewedText()}
      error={error}
      onRetry={onRetry}
    />
  );
}

/** Where it isn't known what uses the model. */
export function notReviewedText(): string {
  return i18n.translate('mlModels.modelPage.notReviewed', {
    defaultMessage: 'Couldn’t check what uses the model.',
  });
}

/** A verdict in one sentence, with the tone of its callout. */
export interface VerdictSentence {
  tone: 'success' | 'primary' | 'warning' | 'danger';
  text: string;
}

/** "2 ingest pipelines, 1 index and 1 agent" */
function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join();
  return i18n.translate('mlModels.verdict.list', {
    defaultMessage: '{others} and {last}',
    values: { others: formatList(parts.slice(0, -1)), last: parts[parts.length - 1] },
  });
}

function incompleteText(): VerdictSentence {
  return {
    tone: 'warning',
    text: i18n.translate('mlModels.verdict.incomplete', {
      defaultMessage: 'Nothing found that uses this model, but some resources couldn’t be checked.',
    }),
  };
}

function unusedText({ conditions }: Review): VerdictSentence {
  if (conditions.includes('incomplete')) return incompleteText();
  if (conditions.includes('undeploy_first')) {
    return {
      tone: 'primary',
      text: i18n.translate('mlModels.verdict.undeployFirst', {
        defaultMessage: 'Nothing uses this model. It is deployed: deleting it undeploys it first.',
      }),
    };
  }
  return { tone: 'success', text: nothingUsesText() };
}

/** A delete that can't be is no question, and the page says above why: only what uses the model. */
function unreadableText({ dependents, conditions }: Review): VerdictSentence {
  if (dependents.length > 0) {
    return {
      tone: 'danger',
      text: i18n.translate('mlModels.verdict.unreadableUsed', {
        defaultMessage: 'This model is used by {used}.',
        values: { used: listed(kindCounts(dependents)) },
      }),
    };
  }
  if (conditions.includes('incomplete')) return incompleteText();
  return { tone: 'primary', text: nothingUsesText() };
}

function inUseText(dependents: readonly Dependent[]): string {
  const sure = dependents.filter(isSureUse);
  const possible = dependents.filter((one) => !isSureUse(one));
  const values = {
    direct: listed(kindCounts(sure)),
    behind: listed(kindCounts(impactBehind(sure, dependents))),
    possible: listed(kindCounts(possible)),
  };
  if (sure.length === 0) {
    return i18n.translate('mlModels.verdict.possible', {
      defaultMessage: 'Deleting this model might break {possible}.',
      values,
    });
  }
  const breaks = values.behind
    ? i18n.translate('mlModels.verdict.breaksBehind', {
        defaultMessage: 'Deleting this model would break {direct}, and through them {behind}.',
        values,
      })
    : i18n.translate('mlModels.verdict.breaks', {
        defaultMessage: 'Deleting this model would break {direct}.',
        values,
      });
  if (possible.length === 0) return breaks;
  const mightBreak = i18n.translate('mlModels.verdict.alsoPossible', {
    defaultMessage: 'It might also break {possible}.',
    values,
  });
  return `${breaks} ${mightBreak}`;
}

/** What a delete of the reviewed model would do, and whether ML Commons would let it. */
export function verdictSentence(review: Review): VerdictSentence {
  const { dependents, conditions } = review;
  if (review.unreadable !== undefined) return unreadableText(review);
  if (dependents.length === 0) return unusedText(review);
  const refused = i18n.translate('mlModels.verdict.refused', {
    defaultMessage: 'ML Commons refuses the delete while safe delete is on.',
  });
  const incomplete = i18n.translate('mlModels.verdict.atLeast', {
    defaultMessage: 'There may be more: some resources couldn’t be checked.',
  });
  return {
    tone: conditions.includes('refused') ? 'danger' : 'warning',
    text: [
      inUseText(dependents),
      conditions.includes('refused') && refused,
      conditions.includes('incomplete') && incomplete,
    ]
      .filter(Boolean)
      .join(' '),
  };
}
