import { isRecord, type JsonRecord, valueAt } from '../../cluster/json';

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
export function movedFields(
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
export function movedSettings(move: IndexMove): JsonRecord {
  const final = namedPipeline(move.definition, 'final_pipeline');
  const copy = final === undefined ? undefined : move.copies.get(final);
  const kept = Object.entries(settingsOf(move)).filter(
    ([key]) => !NOTED_SETTINGS.has(key) && key !== 'final_pipeline'
  );
  return { ...Object.fromEntries(kept), ...(copy !== undefined && { final_pipeline: copy }) };
}
