import type { RevertAnswer } from '../../common/contracts/replacement';
import type { Journal } from '../../common/replacement/journal';
import type { Cluster } from '../cluster/cluster';
import { readRelease } from '../cluster/cluster_info';
import { canonicalText } from '../documents/canonical_json';
import { ReplacementConflict } from './errors';
import { shownWatchedPart } from './plan_change';
import { fromJournalPlace, replaceAt } from './replace_references';
import { readForWrite, writeDependent } from './write_dependent';

/**
 * Takes one change back, from its journal: in the dependent as it is stored now the model's id comes
 * back to the places of the journal, if it is what the change had left. `dry_run` only says whether
 * that is so.
 * @throws ReplacementConflict `changed` where someone has changed it since; `unexpected` where it is
 * another than expected afterwards
 * @throws ClusterError `not_found` where the dependent is gone; others
 */
export async function revertChange(
  cluster: Cluster,
  modelId: string,
  journal: Journal,
  { dryRun }: { dryRun: boolean }
): Promise<RevertAnswer> {
  if (journal.model_id !== modelId) throw new ReplacementConflict('unfit');
  const { kind, id, replacement_id: replacementId } = journal;
  const release = await readRelease(cluster);
  const places = journal.places.map(fromJournalPlace);
  const read = await readForWrite(cluster, { kind, id }, release);
  const { definition } = read.before;
  const now = shownWatchedPart(read.before, places);
  const isLike = (other: unknown) => canonicalText(now) === canonicalText(other);
  const changed = replaceAt(definition, places, { from: replacementId, to: modelId });
  // where all of it is kept back, what is shown is the same before and after
  const isReplaced = canonicalText(changed) !== canonicalText(definition);
  if (!isReplaced && isLike(journal.before)) return { result: 'not_replaced' };
  if (!isReplaced || !isLike(journal.after)) throw new ReplacementConflict('changed', { now });
  if (dryRun) return { result: 'can_be_reverted' };
  const outcome = await writeDependent(cluster, { ...read, changed, places });
  if (!outcome.isAsExpected) throw new ReplacementConflict('unexpected', { now: outcome.now });
  return { result: 'reverted' };
}
