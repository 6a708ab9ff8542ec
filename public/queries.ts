import { useCallback, useEffect, useRef } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Permission, Permissions } from '../common/contracts/deletion';
import type { GetModelAnswer, ListModelsAnswer, UsageAnswer } from '../common/contracts/models';
import type {
  Dependent,
  DependentRequests,
  ResourceDefinition,
} from '../common/dependents/dependent';
import type { CandidatesAnswer, ConnectorsAnswer } from '../common/contracts/replacement';
import type { Dangling, Graph } from '../common/dependents/graph';
import type { Leftovers } from '../common/dependents/leftovers';
import type { History } from '../common/history/history';
import { NODE_KINDS } from '../common/dependents/kinds';
import type { Review } from '../common/dependents/review';
import type { ModelNode } from '../common/models/model';
import type { Troubled } from '../common/models/troubled';
import type { Embedding } from '../common/replacement/embedding';
import type { NewIndexes } from '../common/replacement/new_indexes';
import type { Plan } from '../common/replacement/plan';
import type { SafeDelete } from '../common/safe_delete/safe_delete';
import type { ListQuery } from './api/client';
import type { ApiError } from './api/errors';
import type { FirstPage } from './first_request';
import { FRESH_MS } from './api/query_client';
import { useServices } from './services/services';

/** What all lists of models of one data source are kept under. */
export function modelsKey(dataSourceId: string | undefined) {
  return ['models', dataSourceId] as const;
}

/**
 * One page of models. The last one stays while another is read; what is superseded is cancelled.
 */
export function useModels(query: ListQuery, { enabled = true } = {}) {
  const services = useServices();
  return useQuery<ListModelsAnswer, ApiError>({
    ...pageQuery(services, query),
    keepPreviousData: true,
    enabled,
  });
}

/** How one page of models is read and kept, whoever asks for it. */
function pageQuery(
  { api, dataSourceId }: Pick<ReturnType<typeof useServices>, 'api' | 'dataSourceId'>,
  query: ListQuery
) {
  return {
    queryKey: pageKey(dataSourceId, query),
    queryFn: ({ signal }: { signal?: AbortSignal }) => api.listModels(query, signal),
    staleTime: FRESH_MS,
  };
}

function pageKey(dataSourceId: string | undefined, query: ListQuery) {
  return [...modelsKey(dataSourceId), query] as const;
}

/** Has a page of models that was asked for already be the answer to whoever asks for it first. */
export function takeFirstPage(
  queryClient: QueryClient,
  { dataSourceId, query, answer, readAgain }: FirstPage
): void {
  let first: Promise<ListModelsAnswer> | null = answer;
  void queryClient.prefetchQuery<ListModelsAnswer, ApiError>({
    queryKey: pageKey(dataSourceId, query),
    // also what a refresh reads by: the first answer is good for once
    queryFn: ({ signal }) => {
      const read = first ?? readAgain(signal);
      first = null;
      return read;
    },
  });
}

/**
 * Reads a page of models before it is asked for, once the browser has nothing else to do; none where
 * the query is null.
 */
export function usePrefetchModels(query: ListQuery | null): void {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  const identity = query && JSON.stringify(query);
  useEffect(() => {
    if (identity === null) return;
    return whenIdle(() => {
      const { current: next } = latest;
      if (!next) return;
      const page = pageQuery({ api, dataSourceId }, next);
      void queryClient.prefetchQuery<ListModelsAnswer, ApiError>(page);
    });
  }, [api, dataSourceId, identity, queryClient]);
}

/** Calls a function when the browser is idle, soon where it doesn't say; gives what takes it back. */
export function whenIdle(act: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(act);
  return () => window.cancelIdleCallback(handle);
}

/** What the usage of all models of one data source is kept under. */
export function usageKey(dataSourceId: string | undefined) {
  return ['usage', dataSourceId] as const;
}

/** How old usage may be when the admin comes back to the window, in ms. */
const USAGE_FRESH_MS = 60_000;

/**
 * What uses every model, in numbers: read once and kept, until the admin changes something, asks
 * for it again, or comes back to the window after a minute. No review rests on it.
 */
export function useUsage({ enabled = true } = {}) {
  const { api, dataSourceId } = useServices();
  return useQuery<UsageAnswer, ApiError>({
    queryKey: usageKey(dataSourceId),
    queryFn: ({ signal }) => api.getUsage(signal),
    staleTime: USAGE_FRESH_MS,
    cacheTime: Infinity,
    refetchOnWindowFocus: true,
    enabled,
    // to another page with what is known; what is known to be outdated is read again
    refetchOnMount: ({ state }) => state.isInvalidated,
  });
}

/** What all that was read of one model is kept under. */
export function modelKey(dataSourceId: string | undefined, modelId: string) {
  return ['model', dataSourceId, modelId] as const;
}

/** One model with its metadata. */
export function useModel(modelId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<GetModelAnswer, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'metadata'],
    queryFn: ({ signal }) => api.getModel(modelId, signal),
  });
}

/** The nodes that hold a model now; null where that could not be found out. */
export function useModelNodes(modelId: string, { enabled }: { enabled: boolean }) {
  const { api, dataSourceId } = useServices();
  return useQuery<ModelNode[] | null, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'nodes'],
    queryFn: async ({ signal }) => (await api.getModelNodes(modelId, signal)).nodes,
    enabled,
  });
}

/**
 * What uses one model, read again whenever it is asked for. Not enabled, it gives what another one
 * has read.
 */
export function useReview(modelId: string, { enabled = true } = {}) {
  const { api, dataSourceId } = useServices();
  return useQuery<Review, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'review'],
    queryFn: ({ signal }) => api.reviewModel(modelId, { signal }),
    enabled,
  });
}

/** What is around a model, read while somebody looks at it. */
export function useGraph(modelId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<Graph, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'graph'],
    queryFn: ({ signal }) => api.getGraph(modelId, signal),
    staleTime: FRESH_MS,
  });
}

/** What one resource is made of, read when it is looked at. */
export function useDefinition(kind: string, id: string) {
  const { api, dataSourceId } = useServices();
  const known = NODE_KINDS.find((one) => one === kind);
  return useQuery<ResourceDefinition, ApiError>({
    queryKey: ['definition', dataSourceId, kind, id],
    queryFn: ({ signal }) => {
      if (!known) throw new Error(`There are no definitions of the kind ${kind}`);
      return api.getDefinition(known, id, signal);
    },
    enabled: known !== undefined,
    staleTime: FRESH_MS,
  });
}

/** The requests about one dependent, read again each time that they are asked for. */
export function useDependentRequests(
  { kind, id }: Dependent,
  modelId: string,
  { enabled }: { enabled: boolean }
) {
  const { api, dataSourceId } = useServices();
  return useQuery<DependentRequests, ApiError>({
    queryKey: ['dependent', dataSourceId, kind, id, modelId],
    queryFn: ({ signal }) => api.getDependent(kind, id, modelId, signal),
    enabled,
    cacheTime: 0,
  });
}

/** One page of the models that could replace one. The last one stays while another is read. */
export function useCandidates(
  modelId: string,
  query: { search?: string; from: number; size: number }
) {
  const { api, dataSourceId } = useServices();
  return useQuery<CandidatesAnswer, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'candidates', query],
    queryFn: ({ signal }) => api.listCandidates(modelId, query, signal),
    keepPreviousData: true,
    staleTime: FRESH_MS,
  });
}

/** The requests by which a model is replaced by one whose vectors need new indexes. */
export function useNewIndexes(modelId: string, replacementId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<NewIndexes, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'newIndexes', replacementId],
    queryFn: ({ signal }) => api.readNewIndexes(modelId, replacementId, signal),
  });
}

/** One page of the connectors that could be behind a model's ID. */
export function useConnectors(
  modelId: string,
  query: { search?: string; from: number; size: number }
) {
  const { api, dataSourceId } = useServices();
  return useQuery<ConnectorsAnswer, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'connectors', query],
    queryFn: ({ signal }) => api.listConnectors(modelId, query, signal),
    keepPreviousData: true,
  });
}

/** What all plans of the replacement of one model are kept under. */
export function plansKey(dataSourceId: string | undefined, modelId: string) {
  return [...modelKey(dataSourceId, modelId), 'plan'] as const;
}

/**
 * What a replacement would do: read once, and again when that is asked for, since an admin reads it
 * for longer than anything else. None where no model is chosen.
 */
export function usePlan(
  modelId: string,
  replacementId: string | null,
  possible: readonly string[]
) {
  const { api, dataSourceId } = useServices();
  return useQuery<Plan, ApiError>({
    queryKey: [...plansKey(dataSourceId, modelId), replacementId, possible],
    queryFn: ({ signal }) => {
      if (replacementId === null) throw new Error('A plan needs a replacement');
      const body = { replacement_id: replacementId, possible: [...possible] };
      return api.planReplacement(modelId, body, signal);
    },
    enabled: replacementId !== null,
    keepPreviousData: true,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** How often a task is asked for how far it is, in ms. */
const EMBEDDING_EVERY_MS = 1_000;

/** How far an index is with vectors of another model: asked again and again while a task runs. */
export function useEmbedding(
  modelId: string,
  query: { replacement_id: string; index: string; task_id?: string }
) {
  const { api, dataSourceId } = useServices();
  return useQuery<Embedding, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'embedding', query],
    queryFn: ({ signal }) => api.readEmbedding(modelId, query, signal),
    keepPreviousData: true,
    refetchInterval: (embedding) =>
      embedding?.task?.state === 'running' ? EMBEDDING_EVERY_MS : false,
  });
}

/** What the references to models that are gone are kept under. */
function danglingKey(dataSourceId: string | undefined) {
  return ['dangling', dataSourceId] as const;
}

/** What calls for models that are gone. */
export function useDangling() {
  const { api, dataSourceId } = useServices();
  return useQuery<Dangling, ApiError>({
    queryKey: danglingKey(dataSourceId),
    queryFn: ({ signal }) => api.listDangling(signal),
  });
}

/** What the models that don't work are kept under. */
function troubledKey(dataSourceId: string | undefined) {
  return ['troubled', dataSourceId] as const;
}

/** The models that don't work, and won't by themselves. */
export function useTroubled() {
  const { api, dataSourceId } = useServices();
  return useQuery<Troubled, ApiError>({
    queryKey: troubledKey(dataSourceId),
    queryFn: ({ signal }) => api.listTroubled(signal),
  });
}

/** What connectors and groups that nothing uses are kept under. */
export function leftoversKey(dataSourceId: string | undefined) {
  return ['leftovers', dataSourceId] as const;
}

/** The connectors that nothing uses, and the groups without a model. */
export function useLeftovers() {
  const { api, dataSourceId } = useServices();
  return useQuery<Leftovers, ApiError>({
    queryKey: leftoversKey(dataSourceId),
    queryFn: ({ signal }) => api.listLeftovers(signal),
  });
}

/** What was done to a model, and by whom. */
export function useModelHistory(modelId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<History, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'history'],
    queryFn: ({ signal }) => api.getHistory(modelId, signal),
  });
}

/** What the setting of safe delete is kept under. */
export function safeDeleteKey(dataSourceId: string | undefined) {
  return ['safe_delete', dataSourceId] as const;
}

/** The setting of safe delete, as the cluster has it. */
export function useSafeDeleteSetting({ refetchOnMount = true } = {}) {
  const { api, dataSourceId } = useServices();
  return useQuery<SafeDelete, ApiError>({
    queryKey: safeDeleteKey(dataSourceId),
    queryFn: ({ signal }) => api.getSafeDelete(signal),
    refetchOnMount,
  });
}

/** Whether safe delete is known not to be on: then ML Commons refuses nothing. */
export function useIsSafeDeleteOff(): boolean {
  const { data } = useSafeDeleteSetting({ refetchOnMount: false });
  return data !== undefined && data.enabled === false;
}

/** What is not known is offered: the cluster decides in any case. */
const NOT_KNOWN: Permission = { allowed: null };

/**
 * Whether the user's roles allow an action, once that is known: where `ask` is set somewhere, the
 * server is asked once. An error is no answer.
 */
export function usePermission(action: keyof Permissions, { ask = false } = {}): Permission {
  const { api, dataSourceId } = useServices();
  const { data } = useQuery<Permissions, ApiError>({
    queryKey: ['permissions', dataSourceId],
    queryFn: ({ signal }) => api.getPermissions(signal),
    enabled: ask,
    staleTime: Infinity,
    cacheTime: Infinity,
    retry: false,
  });
  return data?.[action] ?? NOT_KNOWN;
}

/** Takes deleted models out of every list at once, then reads them again. */
export function useRemoveFromCache() {
  const queryClient = useQueryClient();
  const { dataSourceId } = useServices();
  return useCallback(
    async (modelIds: readonly string[]) => {
      const queryKey = modelsKey(dataSourceId);
      // an answer that was asked for before the delete would bring the row back
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueriesData<ListModelsAnswer>(
        { queryKey },
        (answer) => answer && withoutModels(answer, modelIds)
      );
      await Promise.all([
        queryClient.invalidateQueries({ queryKey }),
        queryClient.invalidateQueries({ queryKey: usageKey(dataSourceId) }),
        // what used them calls for nothing now
        queryClient.invalidateQueries({ queryKey: danglingKey(dataSourceId) }),
        // nor is their connector needed any more
        queryClient.invalidateQueries({ queryKey: leftoversKey(dataSourceId) }),
        queryClient.invalidateQueries({ queryKey: troubledKey(dataSourceId) }),
      ]);
    },
    [queryClient, dataSourceId]
  );
}

/** A page of models after some were deleted: their rows are gone and counted no more. */
function withoutModels(answer: ListModelsAnswer, modelIds: readonly string[]): ListModelsAnswer {
  const models = answer.models.filter(({ id }) => !modelIds.includes(id));
  const gone = answer.models.length - models.length;
  return {
    ...answer,
    models,
    total: answer.total - gone,
    total_unfiltered: answer.total_unfiltered - gone,
  };
}
