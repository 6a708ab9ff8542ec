import { i18n } from '@osd/i18n';
import { isRecord, type JsonRecord } from '../../cluster/json';
import type { ConsoleRequest } from '../../dependents/requests/console_text';
import { type IndexMove, movedFields, movedSettings, namedPipeline } from './moved_index';

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
