import { HISTORY_EVENTS } from '../../common/history/history';
import type { History, HistoryEntry } from '../../common/history/history';
import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';
import { ClusterError } from '../cluster/errors';
import { isRecord } from '../cluster/json';
import type {
  SavedObject,
  SavedObjectReference,
  SavedObjectsRepository,
  SavedObjectsType,
} from '../platform';

/** The type of the saved objects in which the platform keeps the history. */
export const HISTORY_TYPE = 'ml-models-history';

/**
 * One saved object for each entry. Hidden: users neither find it nor change it in the platform's
 * management of saved objects. Its entries are found by their references.
 */
export const historyType: SavedObjectsType = {
  name: HISTORY_TYPE,
  hidden: true,
  namespaceType: 'agnostic',
  mappings: { dynamic: false, properties: { at: { type: 'date' } } },
};

/** What a line of the log has that the history is made of. */
export interface HistoryLine {
  event: string;
  user: string | null;
  data_source_id: string | null;
  status: number;
  [fact: string]: unknown;
}

/** Where the history is kept. */
export interface SavedHistory {
  /** Saves what the line says, if it belongs to the history. @throws what the platform throws */
  save(line: HistoryLine): Promise<void>;
  /** What was done to a model, and to safe delete. @throws ClusterError where it can't be read */
  read(dataSourceId: string | null, modelId: string): Promise<History>;
}

/** How many entries are read at most. */
const MAX_ENTRIES = 200;

/** Keeps the history in the platform's saved objects, as the platform's own user. */
export function createSavedHistory(
  repository: () => Promise<SavedObjectsRepository>
): SavedHistory {
  const find = async (reference: Omit<SavedObjectReference, 'name'>) =>
    (await repository()).find({
      type: HISTORY_TYPE,
      hasReference: reference,
      sortField: 'at',
      sortOrder: 'desc',
      perPage: MAX_ENTRIES,
    });
  return {
    async save(line) {
      if (!belongsToHistory(line)) return;
      const attributes = { at: new Date().toISOString(), ...line };
      await (
        await repository()
      ).create(HISTORY_TYPE, attributes, { references: referencesOf(line) });
    },
    async read(dataSourceId, modelId) {
      try {
        const found = await Promise.all([
          find(modelReference(dataSourceId, modelId)),
          find(safeDeleteReference(dataSourceId)),
        ]);
        const entries = found.flatMap(({ saved_objects: objects }) => objects.flatMap(toEntry));
        return {
          entries: entries.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MAX_ENTRIES),
          total: found.reduce((sum, { total }) => sum + total, 0),
        };
      } catch (error) {
        // the platform's own index, which the user knows nothing of
        throw error instanceof Error ? new ClusterError('rejected', error.message, 503) : error;
      }
    },
  };
}

/**
 * What was done, and what may have been done. A request that was refused has changed nothing, and
 * a dry run was none.
 */
export function belongsToHistory({
  event,
  status,
  state,
  dry_run: isDryRun,
}: HistoryLine): boolean {
  const isKnown = HISTORY_EVENTS.some((one) => one === event);
  // the browser sends the request again until the model is undeployed
  const isUnderWay = event === 'undeploy_model' && UNDEPLOY_FIRST_STATES.has(String(state));
  return isKnown && (status === 200 || status >= 500) && isDryRun !== true && !isUnderWay;
}

/** The same ID is another model on another data source. */
function modelReference(dataSourceId: string | null, modelId: string) {
  return { type: 'ml-model', id: `${dataSourceId ?? ''}/${modelId}` };
}

function safeDeleteReference(dataSourceId: string | null) {
  return { type: 'ml-safe-delete', id: `${dataSourceId ?? ''}/` };
}

function referencesOf(line: HistoryLine): SavedObjectReference[] {
  const { event, data_source_id: source, model_id: model, replacement_id: replacement } = line;
  if (event === 'set_safe_delete') {
    return [{ name: 'safe_delete', ...safeDeleteReference(source) }];
  }
  const models = { model, replacement };
  return Object.entries(models).flatMap(([name, id]) =>
    typeof id === 'string' ? [{ name, ...modelReference(source, id) }] : []
  );
}

/** None for what an earlier or a later version of the plugin has saved and this one doesn't know. */
function toEntry({ id, attributes }: SavedObject): HistoryEntry[] {
  const event = HISTORY_EVENTS.find((one) => one === attributes.event);
  const { at, status, after } = attributes;
  if (!event || typeof at !== 'string') return [];
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return [
    {
      id,
      at,
      event,
      user: text(attributes.user),
      done: status === 200,
      model_id: text(attributes.model_id),
      replacement_id: text(attributes.replacement_id),
      dependent: text(attributes.dependent),
      enabled: typeof attributes.enabled === 'boolean' ? attributes.enabled : null,
      connector_id: text(isRecord(after) ? after.connector_id : attributes.connector_id),
      recovery_file: text(attributes.recovery_file),
    },
  ];
}
