import { i18n } from '@osd/i18n';
import { isRecord, type JsonRecord, valueAt } from '../cluster/json';
import type { ConsoleRequest } from '../dependents/requests/console_text';

/** What the vectors of a replacement are like; null where it doesn't say. */
export interface Vectors {
  dimension: string | null;
  spaceType: string | null;
}

/** The fields, by their paths, in which a processor puts what its model gives (neural-search). */
function targetsOf(processor: string, config: JsonRecord): string[] {
  switch (processor) {
    case 'text_embedding':
      return targetsOfFieldMap(config.field_map);
    case 'text_image_embedding':
      return typeof config.embedding === 'string' ? [config.embedding] : [];
    case 'ml_inference':
      return Array.isArray(config.output_map)
        ? (config.output_map as unknown[]).flatMap((one) => (isRecord(one) ? Object.keys(one) : []))
        : [];
    default:
      return [];
  }
}

/** A target is named in full, or beside what is embedded: `{ book: { text: 'vector' } }`. */
function targetsOfFieldMap(fieldMap: unknown, parent = ''): string[] {
  if (!isRecord(fieldMap)) return [];
  return Object.entries(fieldMap).flatMap(([source, target]) => {
    if (typeof target !== 'string') return targetsOfFieldMap(target, `${parent}${source}.`);
    const beside = source.slice(0, source.lastIndexOf('.') + 1);
    return [target, `${parent}${target}`, `${parent}${beside}${target}`];
  });
}

/** The fields in which the processors of a pipeline put vectors of a model. */
export function vectorTargets(definition: unknown, modelId: string): string[] {
  if (Array.isArray(definition)) {
    return (definition as unknown[]).flatMap((one) => vectorTargets(one, modelId));
  }
  if (!isRecord(definition)) return [];
  return Object.entries(definition).flatMap(([key, child]) => [
    ...(isRecord(child) && child.model_id === modelId ? targetsOf(key, child) : []),
    ...vectorTargets(child, modelId),
  ]);
}

/** The ingest pipelines that the processors of a pipeline run. */
export function calledPipelines(definition: unknown): string[] {
  if (Array.isArray(definition)) return (definition as unknown[]).flatMap(calledPipelines);
  if (!isRecord(definition)) return [];
  const name = valueAt(definition, 'pipeline', 'name');
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...Object.values(definition).flatMap(calledPipelines),
  ];
}

/** A pipeline that runs the copies of some others, which are named by the pipeline that they are of. */
export function withCopies(
  definition: JsonRecord,
  copies: ReadonlyMap<string, string>
): JsonRecord {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => {
        const name = key === 'pipeline' ? valueAt(child, 'name') : undefined;
        const copy = typeof name === 'string' ? copies.get(name) : undefined;
        return [
          key,
          copy !== undefined && isRecord(child) ? { ...child, name: copy } : changed(child),
        ];
      })
    );
  };
  return changed(definition) as JsonRecord;
}

/** An index of which the documents go to a new one. */
export interface IndexMove {
  index: string;
  newIndex: string;
  /** As the cluster has it, in which semantic fields name the replacement. */
  definition: JsonRecord;
  /** The fields in which pipelines put vectors of the old model. */
  targets: ReadonlySet<string>;
  vectors: Vectors;
  /** Names of copies by the ingest pipelines that they are of. */
  copies: ReadonlyMap<string, string>;
  documents: number | null;
}

/** The field that holds what a semantic field gives, beside it (neural-search 3.1 and later). */
function generatedName(name: string, field: JsonRecord): string {
  const own = field.semantic_info_field_name;
  return typeof own === 'string' ? own : `${name}_semantic_info`;
}

/** A field for vectors as the replacement gives them. */
function withVectors(field: JsonRecord, { dimension, spaceType }: Vectors): JsonRecord {
  const { method } = field;
  const isChanged = (holder: unknown) =>
    spaceType !== null && isRecord(holder) && 'space_type' in holder;
  return {
    ...field,
    ...(dimension !== null && 'dimension' in field && { dimension: Number(dimension) }),
    ...(isChanged(field) && { space_type: spaceType }),
    ...(isRecord(method) && isChanged(method) && { method: { ...method, space_type: spaceType } }),
  };
}

/**
 * The fields of a new index. `made`: collects the paths of those that are made anew, of which nothing
 * is copied.
 */
function movedFields(
  fields: JsonRecord,
  move: Pick<IndexMove, 'targets' | 'vectors'>,
  made: string[],
  parent = ''
): JsonRecord {
  const generated = new Set(
    Object.entries(fields).flatMap(([name, field]) =>
      isRecord(field) && field.type === 'semantic' ? [generatedName(name, field)] : []
    )
  );
  const moved = Object.entries(fields).flatMap(([name, field]) => {
    const path = `${parent}${name}`;
    if (generated.has(name)) {
      made.push(path);
      return [];
    }
    if (!isRecord(field)) return [[name, field] as const];
    if (field.type === 'knn_vector' && isTarget(path, move.targets)) {
      made.push(path);
      return [[name, withVectors(field, move.vectors)] as const];
    }
    const { properties } = field;
    if (!isRecord(properties)) return [[name, field] as const];
    const below = movedFields(properties, move, made, `${path}.`);
    return [[name, { ...field, properties: below }] as const];
  });
  return Object.fromEntries(moved);
}

/** Vectors of a list of texts are in a field below the target. */
function isTarget(path: string, targets: ReadonlySet<string>): boolean {
  return targets.has(path) || targets.has(path.slice(0, Math.max(0, path.lastIndexOf('.'))));
}

/** What OpenSearch notes of an index, and takes in no request for a new one. */
const NOTED_SETTINGS: ReadonlySet<string> = new Set([
  'blocks',
  'creation_date',
  'history',
  'provided_name',
  'resize',
  'uuid',
  'verified_before_close',
  'version',
]);

function settingsOf({ definition }: Pick<IndexMove, 'definition'>): JsonRecord {
  const settings = valueAt(definition, 'settings', 'index');
  return isRecord(settings) ? settings : {};
}

/** The pipeline that a setting of an index names; undefined for none. */
export function namedPipeline(definition: JsonRecord, setting: string): string | undefined {
  const name = valueAt(definition, 'settings', 'index', setting);
  return typeof name === 'string' && name !== '_none' ? name : undefined;
}

/** The settings of the new index: its final pipeline must not run twice on what is copied. */
function movedSettings(move: IndexMove): JsonRecord {
  const final = namedPipeline(move.definition, 'final_pipeline');
  const copy = final === undefined ? undefined : move.copies.get(final);
  const kept = Object.entries(settingsOf(move)).filter(
    ([key]) => !NOTED_SETTINGS.has(key) && key !== 'final_pipeline'
  );
  return { ...Object.fromEntries(kept), ...(copy !== undefined && { final_pipeline: copy }) };
}

const pathOf = (index: string) => `/${encodeURIComponent(index)}`;

/** What makes the new index and copies the documents; nothing that is in use changes but for writes. */
export function copyRequests(move: IndexMove): ConsoleRequest[] {
  const { index, newIndex, definition, copies, documents } = move;
  const made: string[] = [];
  const mappings = isRecord(definition.mappings) ? definition.mappings : {};
  const properties = isRecord(mappings.properties) ? mappings.properties : {};
  const moved = { ...mappings, properties: movedFields(properties, move, made) };
  const pipeline = namedPipeline(definition, 'default_pipeline');
  return [
    {
      comments: [blockText(index)],
      method: 'PUT',
      path: `${pathOf(index)}/_settings`,
      body: { 'index.blocks.write': true },
    },
    {
      comments: [createText(index)],
      method: 'PUT',
      path: pathOf(newIndex),
      body: { settings: { index: movedSettings(move) }, mappings: moved },
    },
    {
      comments: [copyText(documents)],
      method: 'POST',
      path: '/_reindex?wait_for_completion=false',
      body: {
        source: {
          index,
          // the index's default one could hide documents, or fail; `_none` is not heeded here (3.6.0)
          search_pipeline: {},
          ...(made.length > 0 && { _source: { excludes: made } }),
        },
        dest: {
          index: newIndex,
          // what other pipelines do was done when the documents were written
          pipeline: (pipeline !== undefined && copies.get(pipeline)) || '_none',
        },
      },
    },
  ];
}

/** What makes a copy of an ingest pipeline. */
export function copyPipelineRequest(
  id: string,
  copy: string,
  definition: JsonRecord
): ConsoleRequest {
  return {
    comments: [copyPipelineText(id)],
    method: 'PUT',
    path: `/_ingest/pipeline/${encodeURIComponent(copy)}`,
    body: definition,
  };
}

type Aliases = Array<readonly [string, JsonRecord]>;

function aliasesOf({ definition: { aliases } }: IndexMove): Aliases {
  return Object.entries(isRecord(aliases) ? aliases : {}).map(
    ([alias, options]) => [alias, isRecord(options) ? options : {}] as const
  );
}

/** What gives the final pipeline back that a new index was made without. */
function finalPipelineRequests(moves: readonly IndexMove[]): ConsoleRequest[] {
  return moves.flatMap(({ newIndex, definition }) => {
    const final = namedPipeline(definition, 'final_pipeline');
    if (final === undefined) return [];
    return [
      {
        method: 'PUT' as const,
        path: `${pathOf(newIndex)}/_settings`,
        body: { 'index.final_pipeline': final },
      },
    ];
  });
}

/** What gives the name of an old index, which is deleted, to the new one. */
function takeName(move: IndexMove): ConsoleRequest {
  return {
    comments: [takeNameText(move)],
    method: 'POST',
    path: '/_aliases',
    body: {
      actions: [
        { remove_index: { index: move.index } },
        { add: { index: move.newIndex, alias: move.index } },
      ],
    },
  };
}

/** What leads requests to the new indexes, after all that uses the model is changed. */
export function switchRequests(moves: readonly IndexMove[]): ConsoleRequest[] {
  const actions = moves.flatMap((move) =>
    aliasesOf(move).flatMap(([alias, options]) => [
      { remove: { index: move.index, alias } },
      { add: { index: move.newIndex, alias, ...options } },
    ])
  );
  const aliases: ConsoleRequest[] =
    actions.length === 0
      ? []
      : [{ comments: [aliasesText()], method: 'POST', path: '/_aliases', body: { actions } }];
  return [
    ...finalPipelineRequests(moves),
    ...aliases,
    ...moves.filter((move) => aliasesOf(move).length === 0).map(takeName),
  ];
}

/** What deletes the old indexes that are left, and the copies of pipelines. */
export function deleteRequests(
  moves: readonly IndexMove[],
  copies: ReadonlyMap<string, string>
): ConsoleRequest[] {
  return [
    ...moves.filter((move) => aliasesOf(move).length > 0).map(takeName),
    ...[...copies.values()].map((copy) => ({
      method: 'DELETE' as const,
      path: `/_ingest/pipeline/${encodeURIComponent(copy)}`,
    })),
  ];
}

function blockText(index: string): string {
  return i18n.translate('mlModels.server.newIndexes.block', {
    defaultMessage:
      'From here on nothing can be written to {index}: it would be missing in the new index. To undo this, send null in place of true.',
    values: { index },
  });
}

function createText(index: string): string {
  return i18n.translate('mlModels.server.newIndexes.create', {
    defaultMessage: 'An index like {index}, for vectors of the new model.',
    values: { index },
  });
}

function copyText(count: number | null): string {
  const rest = i18n.translate('mlModels.server.newIndexes.progress', {
    defaultMessage:
      'Answers with the ID of a task: GET /_tasks/<ID> shows its progress, and failures at its end.',
  });
  const calls =
    count === null
      ? i18n.translate('mlModels.server.newIndexes.copy', {
          defaultMessage: 'Copies the documents, and calls the new model for each of them.',
        })
      : i18n.translate('mlModels.server.newIndexes.copyCount', {
          defaultMessage:
            '{count, plural, one {Copies # document, and calls the new model for it.} other {Copies # documents, and calls the new model for each of them.}}',
          values: { count },
        });
  return `${calls} ${rest}`;
}

function copyPipelineText(id: string): string {
  return i18n.translate('mlModels.server.newIndexes.copyPipeline', {
    defaultMessage:
      'A copy of {id} with the new model, for documents that are copied. All its processors run again on each of them: remove those that must not run twice.',
    values: { id },
  });
}

function aliasesText(): string {
  return i18n.translate('mlModels.server.newIndexes.aliases', {
    defaultMessage: 'Points all aliases to the new indexes at once.',
  });
}

function takeNameText({ index, newIndex }: IndexMove): string {
  return i18n.translate('mlModels.server.newIndexes.takeName', {
    defaultMessage:
      'Deletes {index} with its documents, and makes its name an alias of {newIndex}. This can’t be undone.',
    values: { index, newIndex },
  });
}
