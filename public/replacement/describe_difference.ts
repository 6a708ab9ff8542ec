import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import type { Change } from '../../common/replacement/plan';
import { formatList } from '../components/format_list';
import { describeChange } from '../deletion/describe_change';
import { actionName, fitLabel } from '../labels/replacement_labels';
import type { ChangedDependent, ChangedModel, ChangedPart, PlanComparison } from './saved_plan';

/** What of a resource is otherwise than a saved plan has it, each in a line. */
export function describeParts({ saved, now, parts }: ChangedDependent): string[] {
  return parts.map((part) => describePart(part, saved, now));
}

function describePart(part: ChangedPart, saved: Change, now: Change): string {
  switch (part) {
    case 'action':
      return fromTo(
        i18n.translate('mlModels.savedPlan.action', { defaultMessage: 'Action' }),
        actionName(saved.action),
        actionName(now.action)
      );
    case 'paths':
      return cameAndWent(
        i18n.translate('mlModels.savedPlan.paths', { defaultMessage: 'Paths' }),
        byThemselves(saved.paths),
        byThemselves(now.paths)
      );
    case 'possible_paths':
      return cameAndWent(
        i18n.translate('mlModels.savedPlan.possiblePaths', {
          defaultMessage: 'Paths where the model may not be used',
        }),
        byThemselves(saved.possible_paths),
        byThemselves(now.possible_paths)
      );
    case 'definition':
      return i18n.translate('mlModels.savedPlan.definition', {
        defaultMessage: 'The definition changed.',
      });
    case 'impact':
      return cameAndWent(
        i18n.translate('mlModels.savedPlan.affects', { defaultMessage: 'Also affected' }),
        namesByKey(saved.impact),
        namesByKey(now.impact)
      );
    case 'mixed_vectors':
      return fromTo(
        i18n.translate('mlModels.savedPlan.mixed', {
          defaultMessage: 'Indexes with vectors of both models',
        }),
        indexesText(saved.mixed_vectors),
        indexesText(now.mixed_vectors)
      );
    case 'not_shown':
      return i18n.translate('mlModels.savedPlan.notShown', {
        defaultMessage: 'A part that isn’t shown here changed.',
      });
  }
}

/** What else changed than resources, each in a line. */
export function describeOthers({ models, fit, coverage }: PlanComparison): string[] {
  return [
    ...models.map(describeModel),
    ...fit.map(({ saved, now }) =>
      fromTo(
        i18n.translate('mlModels.savedPlan.fit', { defaultMessage: 'Comparison of the models' }),
        saved ? fitLabel(saved) : noneText(),
        now ? fitLabel(now) : noneText()
      )
    ),
    ...coverage.map(({ source, saved, now }) =>
      describeChange({ kind: 'coverage_changed', source, from: saved, to: now })
    ),
  ];
}

function fromTo(what: string, saved: string, now: string): string {
  return i18n.translate('mlModels.savedPlan.fromTo', {
    defaultMessage: '{what}: {saved} → {now}',
    values: { what, saved, now },
  });
}

function noneText(): string {
  return i18n.translate('mlModels.savedPlan.none', { defaultMessage: 'none' });
}

type Names = ReadonlyMap<string, string>;

function byThemselves(paths: readonly string[]): Names {
  return new Map(paths.map((path) => [path, path]));
}

function namesByKey(impact: Change['impact']): Names {
  return new Map(impact.map((one) => [nodeKey(one), one.name]));
}

/** What came to a list starts with "+", what went with "−". */
function cameAndWent(what: string, saved: Names, now: Names): string {
  const came = [...now].filter(([key]) => !saved.has(key)).map(([, name]) => `+ ${name}`);
  const went = [...saved].filter(([key]) => !now.has(key)).map(([, name]) => `− ${name}`);
  return i18n.translate('mlModels.savedPlan.list', {
    defaultMessage: '{what}: {differences}',
    values: { what, differences: formatList([...came, ...went]) },
  });
}

function indexesText(mixed: Change['mixed_vectors']): string {
  if (mixed === null) return noneText();
  return mixed.length > 0
    ? formatList(mixed.map(({ index }) => index))
    : i18n.translate('mlModels.savedPlan.mixedUnknown', { defaultMessage: 'not known which' });
}

function describeModel(model: ChangedModel): string {
  switch (model) {
    case 'old_deleted':
      return i18n.translate('mlModels.savedPlan.oldDeleted', {
        defaultMessage: 'The old model was deleted.',
      });
    case 'old_another':
      return i18n.translate('mlModels.savedPlan.oldAnother', {
        defaultMessage: 'Another model has the ID of the old model now.',
      });
    case 'replacement_another':
      return i18n.translate('mlModels.savedPlan.replacementAnother', {
        defaultMessage: 'Another model has the ID of the replacement now.',
      });
  }
}
