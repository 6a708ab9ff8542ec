import { i18n } from '@osd/i18n';
import type { Leftover } from '../../common/dependents/leftovers';
import type { ApiClient } from '../api/client';
import { asApiError, isFatal, isOutcomeUnknown } from '../api/errors';
import { formatList } from '../components/format_list';
import { kindLabel } from '../labels/dependent_labels';

/** What became of a leftover in a run of deletes. */
export type LeftoverEnd =
  /** `left`: models that lost it as it was deleted; null where they could not be looked for. */
  | { kind: 'deleted'; left: readonly string[] | null }
  | { kind: 'gone' }
  | { kind: 'kept' | 'unknown'; message: string }
  /** The run was stopped, or broke off, before its turn. */
  | { kind: 'not_started' };

interface Options {
  api: ApiClient;
  /** Whether the next one may be deleted: not once the admin has stopped the run. */
  mayGoOn(): boolean;
  onEnd(leftover: Leftover, end: LeftoverEnd): void;
}

/** Deletes leftovers one by one, each reviewed again by the server. Never rejects. */
export async function deleteLeftovers(
  leftovers: readonly Leftover[],
  { api, mayGoOn, onEnd }: Options
): Promise<void> {
  let isBrokenOff = false;
  for (const leftover of leftovers) {
    if (isBrokenOff || !mayGoOn()) {
      onEnd(leftover, { kind: 'not_started' });
      continue;
    }
    try {
      onEnd(leftover, { kind: 'deleted', left: await deleteOne(leftover, api) });
    } catch (thrown) {
      const error = asApiError(thrown);
      isBrokenOff = isFatal(error);
      const kind = isOutcomeUnknown(error) ? 'unknown' : 'kept';
      const isGone = error.reason === 'not_found';
      onEnd(leftover, isGone ? { kind: 'gone' } : { kind, message: error.displayMessage });
    }
  }
}

async function deleteOne({ kind, id, fingerprint }: Leftover, api: ApiClient) {
  switch (kind) {
    case 'connector': {
      const { models_without_connector: left = [] } = await api.deleteConnector(id, fingerprint);
      return left;
    }
    case 'model_group': {
      const { versions_without_group: left = [] } = await api.deleteGroup(id, fingerprint);
      return left;
    }
    case 'model_remains':
      await api.cleanUpModel(id);
      return [];
  }
}

/** What a leftover is, by its kind. */
export function leftoverLabel(kind: Leftover['kind']): string {
  return kind === 'model_remains'
    ? i18n.translate('mlModels.leftovers.remains', {
        defaultMessage: 'Content of a deleted model',
      })
    : kindLabel(kind);
}

/** What became of one, in a sentence. */
export function leftoverEndText(end: LeftoverEnd): string {
  switch (end.kind) {
    case 'deleted':
      return deletedText(end.left);
    case 'gone':
      return i18n.translate('mlModels.leftovers.gone', { defaultMessage: 'Already deleted' });
    case 'kept':
      return i18n.translate('mlModels.leftovers.kept', {
        defaultMessage: 'Not deleted. {reason}',
        values: { reason: end.message },
      });
    case 'unknown':
      return i18n.translate('mlModels.leftovers.unknown', {
        defaultMessage: 'Couldn’t confirm the deletion. {reason}',
        values: { reason: end.message },
      });
    case 'not_started':
      return i18n.translate('mlModels.leftovers.notStarted', { defaultMessage: 'Not started' });
  }
}

function deletedText(left: readonly string[] | null): string {
  if (left?.length === 0) {
    return i18n.translate('mlModels.leftovers.deleted', { defaultMessage: 'Deleted' });
  }
  return left === null
    ? i18n.translate('mlModels.leftovers.leftUnknown', {
        defaultMessage:
          'Deleted. Couldn’t check whether others registered a model with it at that moment.',
      })
    : i18n.translate('mlModels.leftovers.left', {
        defaultMessage: 'Deleted, while others registered models with it: {ids}',
        values: { ids: formatList(left) },
      });
}
