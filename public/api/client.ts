import type { Api, RouteKey } from '../../common/contracts/api';
import type { Answer, Sent } from '../../common/contracts/contract';
import type { SafeDeleteChange } from '../../common/contracts/safe_delete';
import type { Consent } from '../../common/deletion/consent';
import type { ReadProgress } from '../../common/dependents/coverage';
import type { DependentKind, NodeKind } from '../../common/dependents/kinds';
import type { HttpFetchOptions, HttpStart } from '../platform/types';
import { fromHttpError } from './errors';

/** A part of a call that may be left out where the route takes nothing there. */
type Part<Name extends string, T> =
  Record<never, never> extends T ? Partial<Record<Name, T>> : Record<Name, T>;

/** What a call of a route sends. */
type Call<K extends RouteKey> = Part<'params', Sent<Api[K]>['params']> &
  Part<'query', Omit<Sent<Api[K]>['query'], 'data_source_id'>> &
  Part<'body', Sent<Api[K]>['body']> &
  ReadOptions;

export interface ReadOptions {
  signal?: AbortSignal;
  /** How far it is, each time that this changes: for routes that report it, where they take long. */
  onProgress?(progress: ReadProgress): void;
}

/** Which models a page of the list has, and in which order. */
export type ListQuery = NonNullable<Call<'GET /api/ml_models/models'>['query']>;

type Replacement = '/api/ml_models/models/{model_id}/replacement';
type CandidatesQuery = NonNullable<Call<`GET ${Replacement}/candidates`>['query']>;
type SwapBody = Call<`POST ${Replacement}/swap`>['body'];
type PlanBody = Call<`POST ${Replacement}/plan`>['body'];
type TryBody = Call<`POST ${Replacement}/try`>['body'];
export type ApplyBody = Call<`POST ${Replacement}/apply`>['body'];
type EmbeddingQuery = Call<`GET ${Replacement}/embedding`>['query'];
type EmbedBody = Call<`POST ${Replacement}/embedding`>['body'];
type CancelBody = Call<`POST ${Replacement}/embedding/cancel`>['body'];
type RevertBody = Call<`POST ${Replacement}/revert`>['body'];

interface AnyCall extends ReadOptions {
  params?: Record<string, string>;
  query?: HttpFetchOptions['query'];
  body?: unknown;
}

/**
 * The plugin's own routes on one data source, by the names that the contracts have. Each rejects
 * with an `ApiError`; with the platform's own error where `signal` was aborted.
 */
export function createApi(http: HttpStart, dataSourceId?: string) {
  async function call<K extends RouteKey>(route: K, sent: Call<K>): Promise<Answer<Api[K]>> {
    const [method = '', path = ''] = route.split(' ');
    const { params = {}, query, body, signal, onProgress } = sent as AnyCall;
    try {
      const answer = await http.fetch(fillPath(path, params), {
        method,
        query: dataSourceId === undefined ? query : { ...query, data_source_id: dataSourceId },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(onProgress && { headers: { accept: 'text/event-stream, application/json' } }),
        ...(signal && { signal }),
      });
      if (onProgress && isEventStream(answer)) {
        const { readEvents } = await import('./event_stream');
        return (await readEvents(answer, onProgress)) as Answer<Api[K]>;
      }
      return answer as Answer<Api[K]>;
    } catch (error) {
      throw signal?.aborted ? error : fromHttpError(error);
    }
  }
  const of = (modelId: string) => ({ params: { model_id: modelId } });

  return {
    listModels: (query: ListQuery, signal?: AbortSignal) =>
      call('GET /api/ml_models/models', { query, signal }),
    listTroubled: (signal?: AbortSignal) => call('GET /api/ml_models/troubled', { signal }),
    getUsage: (signal?: AbortSignal) => call('GET /api/ml_models/usage', { signal }),
    getModel: (modelId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}', { ...of(modelId), signal }),
    getModelNodes: (modelId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/nodes', { ...of(modelId), signal }),

    reviewModel: (modelId: string, options: ReadOptions = {}) =>
      call('GET /api/ml_models/models/{model_id}/review', { ...of(modelId), ...options }),
    getGraph: (modelId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/graph', { query: { model_id: modelId }, signal }),
    listLeftovers: (signal?: AbortSignal) => call('GET /api/ml_models/leftovers', { signal }),
    listDangling: (signal?: AbortSignal) => call('GET /api/ml_models/dangling', { signal }),
    getDefinition: (kind: NodeKind, id: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/definitions/{kind}/{id}', { params: { kind, id }, signal }),
    /** One dependent, and the requests by which it is changed so that it doesn't use a model. */
    getDependent: (kind: DependentKind, id: string, modelId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/dependents/{kind}/{id}', {
        params: { kind, id },
        query: { model_id: modelId },
        signal,
      }),

    /** Where the console of Dev Tools loads the request about one dependent from. */
    consoleRequestUrl: (kind: DependentKind, id: string, modelId: string): string => {
      const path = fillPath('/api/ml_models/dependents/{kind}/{id}/console_request', { kind, id });
      const query = new URLSearchParams({
        model_id: modelId,
        ...(dataSourceId !== undefined && { data_source_id: dataSourceId }),
      });
      return `${window.location.origin}${http.basePath.prepend(path)}?${query.toString()}`;
    },

    getPermissions: (signal?: AbortSignal) => call('GET /api/ml_models/permissions', { signal }),
    getRecovery: (modelId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/recovery', { ...of(modelId), signal }),
    reviewModels: (modelIds: readonly string[], options: ReadOptions = {}) =>
      call('POST /api/ml_models/reviews', { body: { model_ids: [...modelIds] }, ...options }),
    /** Waits so many seconds, 1 to 20, for a state in which the model can be deleted. */
    undeployModel: (modelId: string, waitSeconds: number) =>
      call('POST /api/ml_models/models/{model_id}/_undeploy', {
        ...of(modelId),
        query: { wait_seconds: waitSeconds },
      }),
    deployModel: (modelId: string) =>
      call('POST /api/ml_models/models/{model_id}/_deploy', of(modelId)),
    putAutoDeploy: (modelId: string, enabled: boolean) =>
      call('PUT /api/ml_models/models/{model_id}/auto_deploy', {
        ...of(modelId),
        body: { enabled },
      }),
    /** The name of the recovery file that the admin saved, if any, is for the history. */
    deleteModel: (
      modelId: string,
      { fingerprint, accept, undeployed }: Consent,
      recoveryFile?: string
    ) =>
      call('DELETE /api/ml_models/models/{model_id}', {
        ...of(modelId),
        query: {
          fingerprint,
          ...(accept.length > 0 && { accept: [...accept] }),
          ...(undeployed && { undeployed }),
          ...(recoveryFile !== undefined && { recovery_file: recoveryFile }),
        },
      }),
    deleteGroup: (groupId: string, fingerprint: string) =>
      call('DELETE /api/ml_models/model_groups/{model_group_id}', {
        params: { model_group_id: groupId },
        query: { fingerprint },
      }),
    deleteConnector: (connectorId: string, fingerprint: string) =>
      call('DELETE /api/ml_models/connectors/{connector_id}', {
        params: { connector_id: connectorId },
        query: { fingerprint },
      }),
    cleanUpModel: (modelId: string) =>
      call('POST /api/ml_models/models/{model_id}/_clean_up', of(modelId)),

    listCandidates: (modelId: string, query: CandidatesQuery, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/replacement/candidates', {
        ...of(modelId),
        query,
        signal,
      }),
    listConnectors: (modelId: string, query: CandidatesQuery, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/replacement/connectors', {
        ...of(modelId),
        query,
        signal,
      }),
    swapConnector: (modelId: string, body: SwapBody) =>
      call('POST /api/ml_models/models/{model_id}/replacement/swap', { ...of(modelId), body }),
    planReplacement: (modelId: string, body: PlanBody, signal?: AbortSignal) =>
      call('POST /api/ml_models/models/{model_id}/replacement/plan', {
        ...of(modelId),
        body,
        signal,
      }),
    readNewIndexes: (modelId: string, replacementId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/replacement/new_indexes', {
        ...of(modelId),
        query: { replacement_id: replacementId },
        signal,
      }),
    tryReplacement: (modelId: string, body: TryBody, signal?: AbortSignal) =>
      call('POST /api/ml_models/models/{model_id}/replacement/try', {
        ...of(modelId),
        body,
        signal,
      }),
    applyChange: (modelId: string, body: ApplyBody) =>
      call('POST /api/ml_models/models/{model_id}/replacement/apply', { ...of(modelId), body }),
    revertChange: (modelId: string, body: RevertBody) =>
      call('POST /api/ml_models/models/{model_id}/replacement/revert', { ...of(modelId), body }),
    readEmbedding: (modelId: string, query: EmbeddingQuery, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/replacement/embedding', {
        ...of(modelId),
        query,
        signal,
      }),
    startEmbedding: (modelId: string, body: EmbedBody) =>
      call('POST /api/ml_models/models/{model_id}/replacement/embedding', {
        ...of(modelId),
        body,
      }),
    cancelEmbedding: (modelId: string, body: CancelBody) =>
      call('POST /api/ml_models/models/{model_id}/replacement/embedding/cancel', {
        ...of(modelId),
        body,
      }),

    getHistory: (modelId: string, signal?: AbortSignal) =>
      call('GET /api/ml_models/models/{model_id}/history', { ...of(modelId), signal }),

    getSafeDelete: (signal?: AbortSignal) => call('GET /api/ml_models/safe_delete', { signal }),
    putSafeDelete: (body: SafeDeleteChange) => call('PUT /api/ml_models/safe_delete', { body }),
  };
}

export type ApiClient = ReturnType<typeof createApi>;

/** Whether a route answers with events: JSON is an object by now. */
function isEventStream(answer: unknown): answer is ReadableStream<Uint8Array> | string {
  if (typeof answer === 'string') return true;
  return typeof answer === 'object' && answer !== null && 'getReader' in answer;
}

/** A route's path with its `{names}` filled in, each encoded. */
function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}
