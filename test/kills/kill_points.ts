import type { Fault, Hold } from '../cluster/wire';

/** A request of undeploy-and-delete that is held, by the ids of a model and its group. */
export interface Point {
  method: string;
  path(ids: { id: string; groupId: string }): string;
  hold: Hold['hold'];
  /** Requests alike that come before it. */
  skip?: number;
}

const model = ({ id }: { id: string }) => `^/_plugins/_ml/models/${id}$`;
const undeploy = ({ id }: { id: string }) => `^/_plugins/_ml/models/${id}/_undeploy$`;
const group = ({ groupId }: { groupId: string }) => `^/_plugins/_ml/model_groups/${groupId}$`;
const pipelines = () => '^/_ingest/pipeline';

/** Every step of undeploy-and-delete, in their order. */
export const POINTS = {
  'before its review': { method: 'GET', path: model, hold: 'request' },
  'during its review': { method: 'GET', path: pipelines, hold: 'answer' },
  'undeploy sent': { method: 'POST', path: undeploy, hold: 'request' },
  'undeploy answered': { method: 'POST', path: undeploy, hold: 'answer' },
  'between undeploy and the second review': {
    method: 'GET',
    path: model,
    hold: 'request',
    skip: 1,
  },
  'during the second review': { method: 'GET', path: pipelines, hold: 'answer', skip: 1 },
  'delete sent': { method: 'DELETE', path: model, hold: 'request' },
  'delete answered': { method: 'DELETE', path: model, hold: 'answer' },
  "group's delete sent": { method: 'DELETE', path: group, hold: 'request' },
  "group's delete answered": { method: 'DELETE', path: group, hold: 'answer' },
} as const satisfies Record<string, Point>;
export type PointName = keyof typeof POINTS;

/** Holds the requests of one sender at a point. */
export function holdAt(
  name: PointName,
  ids: { id: string; groupId: string },
  sender: string,
  gate: string
): Fault {
  const { path, ...point }: Point = POINTS[name];
  const { method, skip, hold } = point;
  return { method, skip, sender, path: path(ids), times: 1, answer: { hold, gate } };
}
