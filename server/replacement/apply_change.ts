import type { ApplyAnswer, ApplyRequest } from '../../common/contracts/replacement';
import type { Journal } from '../../common/replacement/journal';
import { isApplicable } from '../../common/replacement/action';
import type { Change } from '../../common/replacement/plan';
import type { Cluster } from '../cluster/cluster';
import { writeText } from './dependent_write';
import { ReplacementConflict } from './errors';
import {
  planChange,
  type PlannedChange,
  shownWatchedPart,
  type StoredDependent,
} from './plan_change';
import { checkFit } from './plan_replacement';
import { type Exchange, readExchange } from './read_exchange';
import { toJournalPlace } from './replace_references';
import { readForWrite, writeDependent } from './write_dependent';

/** What is needed to go back, before anything is written. */
function journalOf(
  dependent: StoredDependent,
  { places, changed }: PlannedChange,
  { from, to }: Exchange
): Journal {
  const { kind, id, name, definition } = dependent;
  return {
    version: 1,
    model_id: from,
    replacement_id: to,
    kind,
    id,
    name,
    places: places.map(toJournalPlace),
    before: shownWatchedPart(dependent, places),
    after: shownWatchedPart({ kind, definition: changed }, places),
    revert_request: writeText({ kind, id, definition }, places),
  };
}

/** As a plan has it; what is affected through it is not looked for again. */
function changeOf({ kind, id, name }: StoredDependent, planned: PlannedChange): Change {
  const { action, paths, possible_paths, before, after, reason, requests } = planned;
  return {
    ...{ kind, id, name, action, paths, possible_paths, before, after },
    ...(reason !== undefined && { reason }),
    ...(requests !== undefined && { requests }),
    impact: [],
    mixed_vectors: planned.mixesVectors ? [] : null,
    fingerprint: planned.fingerprint,
  };
}

/**
 * Puts another model in the place of one in one dependent, as a plan has it: reads the dependent,
 * compares it with the plan, writes it, and reads it back. `dry_run` stops before the write.
 * @throws ReplacementConflict where it was not written, or is another than expected afterwards
 * @throws ClusterError `not_found` where the dependent or the replacement is gone; others
 */
export async function applyChange(
  cluster: Cluster,
  modelId: string,
  request: ApplyRequest
): Promise<ApplyAnswer> {
  const { replacement_id: replacementId, kind, id, fingerprint } = request;
  const exchange = await readExchange(cluster, modelId, replacementId);
  checkFit(exchange);
  const read = await readForWrite(cluster, { kind, id }, exchange.release);
  const planned = planChange(read.before, exchange, request.possible ?? false);
  const change = changeOf(read.before, planned);
  if (planned.fingerprint !== fingerprint) throw new ReplacementConflict('changed', { change });
  if (!isApplicable(planned)) throw new ReplacementConflict('not_changeable', { change });
  if (planned.mixesVectors && !request.accept?.includes('mixed_vectors')) {
    throw new ReplacementConflict('mixes_vectors', { change });
  }
  const journal = journalOf(read.before, planned, exchange);
  if (request.dry_run) return { result: 'not_written', journal };
  const { changed, places } = planned;
  const outcome = await writeDependent(cluster, { ...read, changed, places });
  const noted = { ...journal, written: outcome.written };
  if (!outcome.isAsExpected) {
    throw new ReplacementConflict('unexpected', { journal: noted, now: outcome.now });
  }
  return { result: 'replaced', journal: noted };
}
