import type { PointName } from './kill_points';

/** What is left of a model and its group, of which it was the last version. */
export type Left = 'deployed' | 'undeployed' | 'empty group' | 'nothing';

/** A step of undeploy-and-delete at which a part dies. */
export interface Kill {
  at: PointName;
  /**
   * What becomes of the request, or the answer, that was on its way: it is lost with its sender,
   * it arrives, or it arrives when OpenSearch is up again but can't read its indexes yet.
   */
  then: 'gets lost' | 'arrives' | 'arrives early';
  /** What the page tells of the delete. */
  says: string;
  left: Left;
  /** What may be left instead, where ML Commons had not written yet what it had answered. */
  orLeft?: Left;
}

/** The Dashboards server dies: what it has sent may still arrive, and nobody hears of it. */
export const HOST_KILLS: readonly Kill[] = [
  { at: 'before its review', then: 'gets lost', says: 'failed', left: 'deployed' },
  { at: 'during its review', then: 'gets lost', says: 'failed', left: 'deployed' },
  { at: 'undeploy sent', then: 'gets lost', says: 'failed', left: 'deployed' },
  { at: 'undeploy sent', then: 'arrives', says: 'failed', left: 'undeployed' },
  { at: 'undeploy answered', then: 'gets lost', says: 'failed', left: 'undeployed' },
  {
    at: 'between undeploy and the second review',
    then: 'gets lost',
    says: 'failed',
    left: 'undeployed',
  },
  { at: 'during the second review', then: 'gets lost', says: 'unknown', left: 'undeployed' },
  { at: 'delete sent', then: 'gets lost', says: 'unknown', left: 'undeployed' },
  { at: 'delete sent', then: 'arrives', says: 'unknown', left: 'empty group' },
  { at: 'delete answered', then: 'gets lost', says: 'unknown', left: 'empty group' },
  { at: "group's delete sent", then: 'gets lost', says: 'unknown', left: 'empty group' },
  { at: "group's delete sent", then: 'arrives', says: 'unknown', left: 'nothing' },
  { at: "group's delete answered", then: 'gets lost', says: 'unknown', left: 'nothing' },
];

/**
 * OpenSearch dies: what it has answered may still arrive, and the server goes on from there. A
 * source that it can't read any more is a change of the review, and stops the delete.
 */
export const OPENSEARCH_KILLS: readonly Kill[] = [
  { at: 'before its review', then: 'gets lost', says: 'failed', left: 'deployed' },
  { at: 'during its review', then: 'gets lost', says: 'changed', left: 'deployed' },
  { at: 'during its review', then: 'arrives', says: 'failed', left: 'deployed' },
  { at: 'undeploy sent', then: 'gets lost', says: 'failed', left: 'deployed' },
  // ML Commons answers an undeploy before it writes the state: a model that is deployed by its
  // document is deployed again when OpenSearch comes up
  {
    at: 'undeploy answered',
    then: 'gets lost',
    says: 'failed',
    left: 'undeployed',
    orLeft: 'deployed',
  },
  {
    at: 'undeploy answered',
    then: 'arrives',
    says: 'failed',
    left: 'undeployed',
    orLeft: 'deployed',
  },
  {
    at: 'between undeploy and the second review',
    then: 'gets lost',
    says: 'failed',
    left: 'undeployed',
  },
  { at: 'during the second review', then: 'gets lost', says: 'changed', left: 'undeployed' },
  { at: 'delete sent', then: 'gets lost', says: 'unknown', left: 'undeployed' },
  { at: 'delete sent', then: 'arrives early', says: 'unknown', left: 'undeployed' },
  { at: 'delete answered', then: 'gets lost', says: 'unknown', left: 'empty group' },
  {
    at: 'delete answered',
    then: 'arrives',
    says: 'deleted, group unknown',
    left: 'empty group',
  },
  {
    at: "group's delete sent",
    then: 'gets lost',
    says: 'deleted, group unknown',
    left: 'empty group',
  },
  {
    at: "group's delete answered",
    then: 'gets lost',
    says: 'deleted, group unknown',
    left: 'nothing',
  },
  {
    at: "group's delete answered",
    then: 'arrives',
    says: 'deleted, group deleted',
    left: 'nothing',
  },
];

/** Whether the model is gone, whatever became of its group. */
export function isGoneAfter({ left }: Kill): boolean {
  return left === 'empty group' || left === 'nothing';
}
