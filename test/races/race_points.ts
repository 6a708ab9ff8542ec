import type { Hold } from '../cluster/wire';

/** A request of the plugin, in any race. */
export type RaceRequest =
  /** that reads the dependents of the kind which the race is about */
  | 'its source'
  /** `METHOD /path?query`, with `{model_id}` for the model's id */
  | { line: string };

/** When the dependent is created. */
export type Point = {
  name: string;
  /** A read of a review that comes beside others: one kind of dependent stands for all there. */
  isBesideOthers?: boolean;
} & (
  | { step: 'before the delete' | 'after the answer' }
  /** While the plugin answers: at no certain moment, or when one of its requests is held. */
  | { step: 'during the review' | 'during the delete'; held?: Held }
);

export interface Held {
  request: RaceRequest;
  hold: Hold['hold'];
  /** Whether the request goes on without waiting until the dependent is there. */
  goesOn?: boolean;
}

const DELETE = { line: 'DELETE /_plugins/_ml/models/{model_id}' };

/** How many reads a review begins with that may come before any of its sources. */
const READ_BEFORE_OTHERS = 4;

/** ML configs are read by many requests alike: the first stands for them. */
const isOneMoreConfig = (line: string, at: number, all: readonly string[]) =>
  line.includes('/_ml/config/') && all.findIndex((one) => one.includes('/_ml/config/')) < at;

/** Every point between the opening of the dialog and the answer, by what a delete has requested. */
export function pointsOf(requested: readonly string[]): Point[] {
  const review = requested.slice(0, requested.indexOf(DELETE.line));
  const [first = ''] = review;
  return [
    {
      name: 'as the dialog opens',
      step: 'during the review',
      held: { request: { line: first }, hold: 'request' },
    },
    {
      name: 'just after the dialog has read its source',
      step: 'during the review',
      held: { request: 'its source', hold: 'answer' },
    },
    { name: 'before the delete is asked for', step: 'before the delete' },
    { name: 'as the delete is asked for', step: 'during the delete' },
    ...review
      .filter((line, at, all) => all.indexOf(line) === at && !isOneMoreConfig(line, at, all))
      .map((line, at): Point => ({
        isBesideOthers: at >= READ_BEFORE_OTHERS,
        name: `before ${line.replace(/\?.*/, '?…')} of the second review`,
        step: 'during the delete',
        held: { request: { line }, hold: 'request' },
      })),
    {
      name: 'just after the second review has read its source',
      step: 'during the delete',
      held: { request: 'its source', hold: 'answer' },
    },
    {
      name: 'before the delete of ML Commons',
      step: 'during the delete',
      held: { request: DELETE, hold: 'request' },
    },
    {
      name: 'along with the delete of ML Commons',
      step: 'during the delete',
      held: { request: DELETE, hold: 'request', goesOn: true },
    },
    {
      name: 'after the delete of ML Commons',
      step: 'during the delete',
      held: { request: DELETE, hold: 'answer' },
    },
    { name: 'after the answer', step: 'after the answer' },
  ];
}
