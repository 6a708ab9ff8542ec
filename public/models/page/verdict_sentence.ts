import { i18n } from '@osd/i18n';
import type { Dependent, Review } from '../../../common/dependents';
import { strongestEnforcement } from '../../../common/dependents/enforcement';
import { listWords } from '../../components/list_words';
import { kindCount } from '../../dependents/kind_words';
import { impactBehind } from '../../dependents/impact_behind';
import { groupByKind } from '../../dependents/group_by_kind';

/** A verdict in one sentence, with the tone of its callout. */
export interface VerdictSentence {
  tone: 'success' | 'primary' | 'warning' | 'danger';
  words: string;
}

/** "2 ingest pipelines, 1 index and 1 agent" */
function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join();
  return i18n.translate('mlModels.verdict.list', {
    defaultMessage: '{others} and {last}',
    values: { others: listWords(parts.slice(0, -1)), last: parts[parts.length - 1] },
  });
}

function counts(dependents: readonly Dependent[]): string {
  return listed(
    groupByKind(dependents).map(({ kind, dependents: ofKind }) => kindCount(kind, ofKind.length))
  );
}

/** "3 indexes"; an alias stands for indexes that are counted themselves. */
function countsBehind(dependents: readonly Dependent[]): string {
  return listed(
    impactBehind(dependents)
      .counts.filter(([kind]) => kind !== 'alias')
      .map(([kind, count]) => kindCount(kind, count))
  );
}

function incompleteWords(): VerdictSentence {
  return {
    tone: 'warning',
    words: i18n.translate('mlModels.verdict.incomplete', {
      defaultMessage:
        'Nothing was found that uses this model, but not everything could be checked.',
    }),
  };
}

function unusedWords({ conditions }: Review): VerdictSentence {
  if (conditions.includes('incomplete')) return incompleteWords();
  if (conditions.includes('undeploy_first')) {
    return {
      tone: 'primary',
      words: i18n.translate('mlModels.verdict.undeployFirst', {
        defaultMessage: 'Nothing uses this model. It is deployed: a delete undeploys it first.',
      }),
    };
  }
  return {
    tone: 'success',
    words: i18n.translate('mlModels.verdict.clear', {
      defaultMessage: 'Nothing uses this model: deleting it would break nothing.',
    }),
  };
}

/** A delete that can't be is no question, and the page says above why: only what uses the model. */
function unreadableWords({ dependents, conditions }: Review): VerdictSentence {
  if (dependents.length > 0) {
    return {
      tone: 'danger',
      words: i18n.translate('mlModels.verdict.unreadableUsed', {
        defaultMessage: 'This model is used by {used}.',
        values: { used: counts(dependents) },
      }),
    };
  }
  if (conditions.includes('incomplete')) return incompleteWords();
  return {
    tone: 'primary',
    words: i18n.translate('mlModels.verdict.unreadableUnused', {
      defaultMessage: 'Nothing uses this model.',
    }),
  };
}

function inUseWords(dependents: readonly Dependent[]): string {
  const values = { direct: counts(dependents), behind: countsBehind(dependents) };
  const isSure = dependents.some(
    ({ references }) => strongestEnforcement(references) !== 'possible'
  );
  if (!isSure) {
    return i18n.translate('mlModels.verdict.possible', {
      defaultMessage: 'Deleting this might break {direct}.',
      values,
    });
  }
  return values.behind
    ? i18n.translate('mlModels.verdict.breaksBehind', {
        defaultMessage: 'Deleting this would break {behind} through {direct}.',
        values,
      })
    : i18n.translate('mlModels.verdict.breaks', {
        defaultMessage: 'Deleting this would break {direct}.',
        values,
      });
}

/** What a delete of the reviewed model would do, and whether ML Commons would let it. */
export function verdictSentence(review: Review): VerdictSentence {
  const { dependents, conditions } = review;
  if (review.unreadable !== undefined) return unreadableWords(review);
  if (dependents.length === 0) return unusedWords(review);
  const refused = i18n.translate('mlModels.verdict.refused', {
    defaultMessage: 'ML Commons refuses it while safe delete is on.',
  });
  const incomplete = i18n.translate('mlModels.verdict.atLeast', {
    defaultMessage: 'There may be more: not everything could be checked.',
  });
  return {
    tone: conditions.includes('refused') ? 'danger' : 'warning',
    words: [
      inUseWords(dependents),
      conditions.includes('refused') && refused,
      conditions.includes('incomplete') && incomplete,
    ]
      .filter(Boolean)
      .join(' '),
  };
}
