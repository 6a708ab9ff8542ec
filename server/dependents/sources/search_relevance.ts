import { i18n } from '@osd/i18n';
import { LISTED_AT_MOST, readJudgments, readSearchConfigurations } from '../../cluster';
import type { Gap, Source } from '../source';
import { underModelIdKey } from './model_id_keys';

function gapUnless(isWhole: boolean): Gap | undefined {
  if (isWhole) return undefined;
  const detail = i18n.translate('mlModels.server.listedAtMost', {
    defaultMessage:
      'The Search Relevance Workbench lists {limit, number} at most, and has as many.',
    values: { limit: LISTED_AT_MOST },
  });
  return { state: 'partial', detail };
}

/** Search configurations of the Search Relevance Workbench: queries, as JSON in a string. */
export const searchConfigurations: Source = {
  kind: 'search_configuration',
  read: async (cluster, reader) => gapUnless(await readSearchConfigurations(cluster, reader)),
  storedIn: ['search-relevance-search-config'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};

/**
 * Judgment lists that a model made. Their ratings stay and need it no more; only a list that is
 * still being made, or whose failed ratings are tried again, asks the model in its
 * metadata (RetryFailedJudgmentTransportAction).
 */
export const judgments: Source = {
  kind: 'judgment',
  read: async (cluster, reader) => gapUnless(await readJudgments(cluster, reader)),
  storedIn: ['search-relevance-judgment'],
  expectsModelId: () => false,
  isDoubtful: () => true,
};
