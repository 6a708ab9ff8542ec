import { i18n } from '@osd/i18n';
import type { Dependent, Impact } from '../../common/dependents/dependent';
import { nodeKey } from '../../common/dependents/kinds';
import type { FitCheckName } from '../../common/replacement/fit';
import { needsNewIndexes } from '../../common/replacement/needs_new_indexes';
import type { NewIndexes, NewIndexStep } from '../../common/replacement/new_indexes';
import type { Cluster } from '../cluster/cluster';
import { resourcePath } from '../cluster/definitions';
import { ClusterError } from '../cluster/errors';
import { plainJson } from '../cluster/exact_json';
import { countDocuments } from '../cluster/indexes';
import { isRecord, type JsonRecord } from '../cluster/json';
import { redactSecrets } from '../documents/redact_secrets';
import type { JsonPath } from '../dependents/json_path';
import { mapConcurrent } from '../dependents/map_concurrent';
import { findReferences } from '../dependents/references_in';
import { type ConsoleRequest, consoleText } from '../dependents/requests/console_text';
import { warnedOf } from '../dependents/requests/read_dependent_requests';
import { writeText } from './dependent_write';
import { ReplacementConflict } from './errors';
import {
  calledPipelines,
  copyPipelineRequest,
  copyRequests,
  deleteRequests,
  type IndexMove,
  namedPipeline,
  switchRequests,
  type Vectors,
  vectorTargets,
  withCopies,
} from './new_index_requests';
import { compareForWriting, readUses } from './plan_replacement';
import { isOfVectors, planChange } from './plan_change';
import { readDefinitions } from './read_definitions';
import { type Exchange, readExchange } from './read_exchange';
import { replaceAt } from './replace_references';

type NotMoved = NewIndexes['not_moved'][number];

/** What uses the model for sure, as it is stored, and where. */
interface Use {
  dependent: Dependent;
  definition: JsonRecord;
  places: readonly JsonPath[];
}

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

function notMoved({ kind, id, name }: Omit<NotMoved, 'reason'>, reason: string): NotMoved {
  return { kind, id, name, reason };
}

function isOfVectorField({ dependent: { kind }, places }: Use): boolean {
  return places.some((place) => isOfVectors(kind, place, true));
}

const impactOf = (uses: readonly Use[], kind: string): Impact[] => [
  ...new Map(
    uses
      .flatMap(({ dependent }) => dependent.impact)
      .filter((one) => one.kind === kind)
      .map((one) => [one.id, one])
  ).values(),
];

/** The ingest pipelines that put vectors of the model into documents, and those that run them. */
async function readWriters(
  cluster: Cluster,
  writers: readonly Use[],
  exchange: Exchange
): Promise<Map<string, JsonRecord>> {
  const callers = impactOf(writers, 'ingest_pipeline').map(({ id }) => ({
    kind: 'ingest_pipeline' as const,
    id,
  }));
  const read = await readDefinitions(cluster, callers, exchange.release);
  const found = new Map<string, JsonRecord>();
  for (const { id } of callers) {
    const definition = read.get(nodeKey({ kind: 'ingest_pipeline', id }));
    if (definition && !(definition instanceof ClusterError)) found.set(id, plainJson(definition));
  }
  for (const { dependent, definition, places } of writers) {
    found.set(dependent.id, replaceAt(plainJson(definition), places, exchange));
  }
  return found;
}

/** The fields in which pipelines put vectors of the model, by the index into which they write. */
function targetsByIndex(writers: readonly Use[], modelId: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const writer of writers) {
    const targets = vectorTargets(plainJson(writer.definition), modelId);
    for (const { id } of impactOf([writer], 'index')) {
      found.set(id, new Set([...(found.get(id) ?? []), ...targets]));
    }
  }
  return found;
}

/** The pipelines of some that documents run through from those that are named, each once. */
function reached(names: readonly string[], pipelines: ReadonlyMap<string, JsonRecord>): string[] {
  const seen = new Set<string>();
  const pending = [...names];
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    const definition = pipelines.get(name);
    if (seen.has(name) || !definition) continue;
    seen.add(name);
    pending.push(...calledPipelines(definition));
  }
  return [...seen];
}

/** A name like another one that nothing the user may see has. @throws ClusterError */
async function findFreeName(
  cluster: Cluster,
  kind: 'index' | 'ingest_pipeline',
  wanted: string
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    try {
      // not a definition by its id: an alias takes a name, too
      await cluster.request({ method: 'GET', path: resourcePath(kind, name) });
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      // who may not see what has the name learns that from the request that makes it
      if (error.kind === 'not_found' || error.kind === 'forbidden') return name;
      throw error;
    }
  }
}

async function findFreeNames(
  cluster: Cluster,
  kind: 'index' | 'ingest_pipeline',
  names: readonly string[],
  { dimension, spaceType }: Vectors
): Promise<Map<string, string>> {
  const suffix = [dimension, spaceType].filter((one) => one !== null).join('-');
  return new Map(
    await mapConcurrent(
      names,
      async (name) => [name, await findFreeName(cluster, kind, `${name}-${suffix}`)] as const
    )
  );
}

/** The indexes that hold vectors of the model, as the cluster has them, and those left as they are. */
async function readIndexesToMove(
  cluster: Cluster,
  uses: readonly Use[],
  exchange: Exchange
): Promise<{ definitions: Map<string, JsonRecord>; left: NotMoved[] }> {
  const named = ({ id, name }: { id: string; name: string }) => ({
    kind: 'index' as const,
    ...{ id, name },
  });
  const semantic = uses.filter((use) => use.dependent.kind === 'index' && isOfVectorField(use));
  const fed = impactOf(
    uses.filter(({ dependent }) => dependent.kind === 'ingest_pipeline'),
    'index'
  );
  const searched = impactOf(
    uses.filter(({ dependent }) => dependent.kind === 'search_pipeline'),
    'index'
  );
  const places = new Map(semantic.map((use) => [use.dependent.id, use.places]));
  const all = [...semantic.map(({ dependent }) => dependent), ...fed].map(named);
  const indexes = [...new Map(all.map((one) => [one.id, one])).values()];
  const read = await readDefinitions(cluster, indexes, exchange.release);
  const definitions = new Map<string, JsonRecord>();
  const left: NotMoved[] = [];
  for (const index of indexes) {
    const definition = read.get(nodeKey(index));
    if (definition instanceof ClusterError) {
      if (definition.kind !== 'not_found') left.push(notMoved(index, definition.message));
    } else if (typeof definition?.data_stream === 'string') {
      left.push(notMoved(index, dataStreamText(definition.data_stream)));
    } else if (definition) {
      const plain = plainJson(definition);
      definitions.set(index.id, replaceAt(plain, places.get(index.id) ?? [], exchange));
    }
  }
  const isKnown = new Set(indexes.map(({ id }) => id));
  const others = searched.filter(({ id }) => !isKnown.has(id)).map(named);
  return { definitions, left: [...left, ...others.map((one) => notMoved(one, elsewhereText()))] };
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
    findFreeNames(cluster, 'ingest_pipeline', reached(named, pipelines), vectors),
    findFreeNames(cluster, 'index', [...definitions.keys()], vectors),
    countDocuments(cluster, [...definitions.keys()]),
  ]);
  const targets = targetsByIndex(writers, modelId);
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

function dataStreamText(stream: string): string {
  return i18n.translate('mlModels.server.newIndexes.dataStream', {
    defaultMessage:
      'It is part of the data stream {stream}. Change the dimension in the template of the data stream, and roll it over.',
    values: { stream },
  });
}

function elsewhereText(): string {
  return i18n.translate('mlModels.server.newIndexes.elsewhere', {
    defaultMessage:
      'It is searched with the model, but no pipeline makes its vectors. Make a new index, and index its documents again with vectors of the new model.',
  });
}

function templateText(): string {
  return i18n.translate('mlModels.server.newIndexes.template', {
    defaultMessage:
      'New indexes get their pipeline from it. Change the dimension of their vectors in it.',
  });
}
