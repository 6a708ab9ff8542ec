import { i18n } from '@osd/i18n';
import type { Dependent } from '../../../common/dependents/dependent';
import { nodeKey } from '../../../common/dependents/kinds';
import type { FitCheckName } from '../../../common/replacement/fit';
import { needsNewIndexes } from '../../../common/replacement/needs_new_indexes';
import type { NewIndexes, NewIndexStep } from '../../../common/replacement/new_indexes';
import type { Cluster } from '../../cluster/cluster';
import { ClusterError } from '../../cluster/errors';
import { plainJson } from '../../cluster/exact_json';
import { countDocuments } from '../../cluster/indexes';
import { isRecord, type JsonRecord } from '../../cluster/json';
import { findReferences } from '../../dependents/references_in';
import { type ConsoleRequest, consoleText } from '../../dependents/requests/console_text';
import { warnedOf } from '../../dependents/requests/read_dependent_requests';
import { redactSecrets } from '../../documents/redact_secrets';
import { writeText } from '../dependent_write';
import { ReplacementConflict } from '../errors';
import { planChange } from '../plan_change';
import { compareForWriting, readUses } from '../plan_replacement';
import { readDefinitions } from '../read_definitions';
import { type Exchange, readExchange } from '../read_exchange';
import { readWriters, reachedPipelines, withCopies } from './copied_pipelines';
import { findFreeNames } from './free_names';
import {
  impactOf,
  isOfVectorField,
  type NotMoved,
  notMoved,
  readIndexesToMove,
  type Use,
} from './indexes_to_move';
import { type IndexMove, namedPipeline, type Vectors, vectorTargets } from './moved_index';
import { copyPipelineRequest, copyRequests, deleteRequests, switchRequests } from './requests';

/** @throws ReplacementConflict `unfit` where new indexes would not help, or are not needed */
function checkVectors({ fit }: Exchange): Vectors {
  if (!needsNewIndexes(fit)) {
    throw new ReplacementConflict('unfit', { detail: fit.reason ?? notNeededText() });
  }
  const checkOf = (name: FitCheckName) => fit.fit.find(({ check }) => check === name);
  const spaceType = checkOf('space_type');
  return {
    dimension: checkOf('dimension')?.new ?? null,
    spaceType: spaceType?.result === 'different' ? spaceType.new : null,
  };
}

/** The dependents whose definition could be read, and those whose could not. */
async function readStoredUses(
  cluster: Cluster,
  dependents: readonly Dependent[],
  { from, release }: Exchange
): Promise<{ uses: Use[]; unread: NotMoved[] }> {
  const definitions = await readDefinitions(cluster, dependents, release);
  const uses: Use[] = [];
  const unread: NotMoved[] = [];
  for (const dependent of dependents) {
    const definition = definitions.get(nodeKey(dependent));
    if (definition instanceof ClusterError) {
      if (definition.kind !== 'not_found') unread.push(notMoved(dependent, definition.message));
    } else if (definition) {
      const places = findReferences(dependent.kind, plainJson(definition), from).used;
      if (places.length > 0) uses.push({ dependent, definition, places });
    }
  }
  return { uses, unread };
}

/** The fields in which pipelines put vectors of the model, by the index into which they write. */
function findTargets(writers: readonly Use[], modelId: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const writer of writers) {
    const targets = vectorTargets(plainJson(writer.definition), modelId);
    for (const { id } of impactOf([writer], 'index')) {
      found.set(id, new Set([...(found.get(id) ?? []), ...targets]));
    }
  }
  return found;
}

/** What changes each of some uses in place, or why nothing does. */
function changesInPlace(
  uses: readonly Use[],
  exchange: Exchange,
  vectors: Vectors
): { requests: string[]; left: NotMoved[] } {
  const requests: string[] = [];
  const left: NotMoved[] = [];
  for (const { dependent, definition } of uses) {
    const { kind, id, name } = dependent;
    const planned = planChange({ kind, id, name, definition }, exchange, false);
    if (planned.action === 'manual') {
      left.push(notMoved(dependent, planned.reason ?? ''));
      if (planned.requests !== undefined) requests.push(planned.requests);
    } else {
      const changed = withDimension(planned.changed, vectors);
      requests.push(writeText({ kind, id, definition: changed }, planned.places));
    }
  }
  return { requests, left };
}

/** A memory container says the dimension of its model's vectors. */
function withDimension(definition: JsonRecord, { dimension }: Vectors): JsonRecord {
  const { configuration } = definition;
  if (!isRecord(configuration) || !('embedding_dimension' in configuration)) return definition;
  if (dimension === null) return definition;
  return {
    ...definition,
    configuration: { ...configuration, embedding_dimension: Number(dimension) },
  };
}

/** Requests with all credentials left out, and a note where there were any. */
function shownText(requests: readonly ConsoleRequest[]): string {
  return consoleText(
    requests.map((request) =>
      request.body === undefined
        ? request
        : warnedOf({ ...request, body: redactSecrets(request.body) }, request.body)
    )
  );
}

/**
 * The requests by which a model is replaced by one whose vectors need new indexes, as of now and with
 * the user's own permissions; none of them is sent.
 * @throws ClusterError where a model, or what is free of names, can't be read
 * @throws ReplacementConflict `unfit` where new indexes would not help, or are not needed
 */
export async function readNewIndexes(
  cluster: Cluster,
  modelId: string,
  replacementId: string
): Promise<NewIndexes> {
  const [exchange, { dependents, coverage }] = await Promise.all([
    readExchange(cluster, modelId, replacementId),
    readUses(cluster, modelId),
  ]);
  const vectors = checkVectors(exchange);
  const sorted = [...dependents].sort(compareForWriting);
  const { uses, unread } = await readStoredUses(cluster, sorted, exchange);
  const ofVectors = uses.filter(isOfVectorField);
  const writers = ofVectors.filter(({ dependent }) => dependent.kind === 'ingest_pipeline');
  const [pipelines, { definitions, left }] = await Promise.all([
    readWriters(cluster, writers, exchange),
    readIndexesToMove(cluster, ofVectors, exchange),
  ]);
  const named = [...definitions.values()].flatMap((definition) =>
    ['default_pipeline', 'final_pipeline'].flatMap((one) => namedPipeline(definition, one) ?? [])
  );
  const [copies, newNames, counts] = await Promise.all([
    findFreeNames(cluster, 'ingest_pipeline', reachedPipelines(named, pipelines), vectors),
    findFreeNames(cluster, 'index', [...definitions.keys()], vectors),
    countDocuments(cluster, [...definitions.keys()]),
  ]);
  const targets = findTargets(writers, modelId);
  const moves: IndexMove[] = [...definitions].map(([index, definition]) => ({
    ...{ index, definition, vectors, copies },
    targets: targets.get(index) ?? new Set(),
    newIndex: newNames.get(index) ?? index,
    documents: counts.get(index) ?? null,
  }));
  const inPlace = changesInPlace(
    uses.filter(({ dependent: { kind, id } }) => kind !== 'index' || !definitions.has(id)),
    exchange,
    vectors
  );
  const copied = [...copies].map(([id, copy]) =>
    copyPipelineRequest(id, copy, withCopies(pipelines.get(id) ?? {}, copies))
  );
  const steps: NewIndexStep[] = [
    { step: 'pipelines', requests: shownText(copied) },
    ...moves.map((move) => ({
      step: 'index' as const,
      index: move.index,
      new_index: move.newIndex,
      documents: move.documents,
      requests: shownText(copyRequests(move)),
    })),
    {
      step: 'switch',
      requests: [...inPlace.requests, shownText(switchRequests(moves))].filter(Boolean).join('\n'),
    },
    { step: 'delete', requests: shownText(deleteRequests(moves, copies)) },
  ];
  return {
    steps: steps.filter(({ requests }) => requests !== ''),
    not_moved: [
      ...unread,
      ...left,
      ...inPlace.left,
      ...impactOf(writers, 'index_template').map(({ id, name }) =>
        notMoved({ kind: 'index_template', id, name }, templateText())
      ),
    ],
    coverage,
  };
}

function notNeededText(): string {
  return i18n.translate('mlModels.server.newIndexes.notNeeded', {
    defaultMessage: 'The model can replace the old one in the indexes that there are.',
  });
}

function templateText(): string {
  return i18n.translate('mlModels.server.newIndexes.template', {
    defaultMessage:
      'New indexes get their pipeline from it. Change the dimension of their vectors in it.',
  });
}
