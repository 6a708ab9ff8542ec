import { notChecked } from '../../common/dependents/verdict';
import type { ModelProgress } from '../../public/deletion/bulk/run';
import type { MadeModel } from '../cluster/fixtures';
import { told } from './deletes';
import { groupKey, modelIdsIn, modelKey } from './inventory';
import type { Observation } from './observe';

/**
 * What the page tells of a model that isn't so, in words. A group that was kept may have gone since,
 * with a later model of the same run.
 */
export function judgeEnd(
  end: ModelProgress,
  model: MadeModel,
  { inventory }: Observation,
  wentLater = false
): string[] {
  const isThere = modelKey(model.id) in inventory;
  const hasGroup = groupKey(model.groupId) in inventory;
  const wrong: string[] = [];
  const saysGone = end.kind === 'deleted' || end.kind === 'gone';
  // a failure says that nothing was deleted
  const saysThere = ['stopped', 'failed', 'skipped', 'not_started'].includes(end.kind);
  if (saysGone && isThere) wrong.push('it is there');
  if (saysThere && !isThere) wrong.push('it is gone');
  const group = end.kind === 'deleted' ? end.answer.model_group : 'unknown';
  if (group === 'deleted' && hasGroup) wrong.push('its group is there');
  if (group === 'kept' && !hasGroup && !wentLater) wrong.push('its group is gone');
  return wrong.map((what) => `${model.name}: ${told(end)}, but ${what}`);
}

/** What the list doesn't show as it is, in words. */
export function judgeList({ list, inventory }: Observation): string[] {
  const there = modelIdsIn(inventory);
  const listed = list.models.map(({ id }) => id);
  return [
    ...there.filter((id) => !listed.includes(id)).map((id) => `${id} is not listed`),
    ...listed.filter((id) => !there.includes(id)).map((id) => `${id} is listed, and not there`),
    ...notChecked(list.coverage ?? []).map(({ source }) => `${source} was not checked`),
  ];
}
