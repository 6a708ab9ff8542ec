import { z } from 'zod';

/** What somebody did that a model's history has, by the names that the server's log has. */
export const HISTORY_EVENTS = [
  'delete_model',
  'clean_up_model',
  'deploy_model',
  'undeploy_model',
  'set_auto_deploy',
  'replace_model',
  'revert_replacement',
  'swap_connector',
  'embed_again',
  'cancel_embedding',
  'set_safe_delete',
] as const;
export type HistoryEvent = (typeof HISTORY_EVENTS)[number];

/** One entry of a model's history: who did what, when, and to what it led. */
export const historyEntrySchema = z.object({
  id: z.string(),
  /** ISO 8601, by the clock of Dashboards. */
  at: z.string(),
  event: z.enum(HISTORY_EVENTS),
  /** As the cluster calls who asked; null where it knows no users. */
  user: z.string().nullable(),
  /** Whether it was done; where not, the answer was lost, or the server failed. */
  done: z.boolean(),
  model_id: z.string().nullable(),
  /** The model that took the place of the other one. */
  replacement_id: z.string().nullable(),
  /** `kind/id` of the resource that was changed. */
  dependent: z.string().nullable(),
  /** What was turned on or off; null where the value was removed. */
  enabled: z.boolean().nullable(),
  /** The ID of the connector that a model has been given. */
  connector_id: z.string().nullable(),
  /** The name of the file with which it can be undone, where the user saved one. */
  recovery_file: z.string().nullable(),
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;

export const historySchema = z.object({
  /** The newest first, at most 200. */
  entries: z.array(historyEntrySchema),
  /** How many there are at all. */
  total: z.number(),
});
export type History = z.output<typeof historySchema>;
