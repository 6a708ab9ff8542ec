import { i18n } from '@osd/i18n';
import type { ReviewModelsAnswer } from '../../common/contracts/deletion';
import type { ErrorBody, ErrorReason } from '../../common/contracts/errors';
import type { Review } from '../../common/dependents/review';
import { causeOf, ClusterError, missingPermission } from '../cluster/errors';
import {
  type ConflictReason,
  DeleteConflict,
  DeleteOutcomeUnknown,
  FingerprintRequired,
  LeftoverConflict,
} from '../deletion/errors';
import { ReplacementConflict, type ReplacementConflictReason } from '../replacement/errors';
import { SafeDeleteUnsupported } from '../safe_delete/safe_delete';

type Attributes = NonNullable<ErrorBody['attributes']>;

/** An error of the domain as a route answers it: with a reason for code, and a text for people. */
export interface DomainErrorAnswer {
  statusCode: number;
  body: { message: string; attributes: Attributes };
}

function answer(statusCode: number, message: string, attributes: Attributes): DomainErrorAnswer {
  return { statusCode, body: { message, attributes } };
}

function unreadableMessage(): string {
  return i18n.translate('mlModels.server.stopped.unreadable', {
    defaultMessage: 'ML Commons can’t read the model, so it can’t delete it.',
  });
}

function conflictMessage(reason: ConflictReason): string {
  switch (reason) {
    case 'changed':
      return i18n.translate('mlModels.server.stopped.changed', {
        defaultMessage: 'Something changed since the review. The model wasn’t deleted.',
      });
    case 'refused':
      return i18n.translate('mlModels.server.stopped.refused', {
        defaultMessage: 'ML Commons refuses to delete the model while it is in use.',
      });
    case 'undeploy_first':
      return i18n.translate('mlModels.server.stopped.undeployFirst', {
        defaultMessage: 'The model is deployed. Undeploy it before you delete it.',
      });
    case 'incomplete':
      return i18n.translate('mlModels.server.stopped.incomplete', {
        defaultMessage: 'Some resources that may use the model couldn’t be checked.',
      });
    case 'breaks':
      return i18n.translate('mlModels.server.stopped.breaks', {
        defaultMessage: 'Deleting the model would break its dependents.',
      });
  }
}

function leftoverMessage({ kind, reason, facts }: LeftoverConflict): string {
  const { user, clusterMessage } = facts;
  const values = { kind };
  switch (reason) {
    case 'changed':
      return i18n.translate('mlModels.server.leftover.changed', {
        defaultMessage:
          '{kind, select, connector {The connector} other {The group}} changed since the review.',
        values,
      });
    case 'incomplete':
      return i18n.translate('mlModels.server.leftover.incomplete', {
        defaultMessage:
          'Some resources that may use {kind, select, connector {the connector} other {the group}} couldn’t be checked.',
        values,
      });
    case 'refused':
      if (user) {
        return i18n.translate('mlModels.server.leftover.inUse', {
          defaultMessage:
            '{kind, select, connector {The connector} other {The group}} is in use by {name}.',
          values: { kind, name: user.name },
        });
      }
      return clusterMessage === undefined
        ? i18n.translate('mlModels.server.leftover.registering', {
            defaultMessage:
              'Others are registering models, which may use {kind, select, connector {the connector} other {the group}}.',
            values,
          })
        : i18n.translate('mlModels.server.leftover.refused', {
            defaultMessage:
              'ML Commons refuses to delete {kind, select, connector {the connector} other {the group}}.',
            values,
          });
  }
}

function outcomeUnknownMessage(): string {
  return i18n.translate('mlModels.server.unanswered', {
    defaultMessage: 'The response was lost. The model still exists, but may be deleted later.',
  });
}

function replacementMessage(reason: ReplacementConflictReason, detail?: string): string {
  switch (reason) {
    case 'unfit':
      return (
        detail ??
        i18n.translate('mlModels.server.replacement.unfit', {
          defaultMessage: 'The model can’t replace this one.',
        })
      );
    case 'changed':
      return i18n.translate('mlModels.server.replacement.changed', {
        defaultMessage: 'The resource changed since the plan. Nothing was written.',
      });
    case 'not_changeable':
      return i18n.translate('mlModels.server.replacement.notChangeable', {
        defaultMessage: 'The resource can’t be changed in place.',
      });
    case 'mixes_vectors':
      return i18n.translate('mlModels.server.replacement.mixesVectors', {
        defaultMessage: 'Vectors of two models would be compared. Nothing was written.',
      });
    case 'unexpected':
      return i18n.translate('mlModels.server.replacement.unexpected', {
        defaultMessage: 'The resource was written, but isn’t as expected afterwards.',
      });
  }
}

/** What is known of an error beyond its kind. */
function causeAttributes(error: ClusterError): Pick<Attributes, 'cause' | 'permission'> {
  const cause = causeOf(error);
  const permission = missingPermission(error);
  return { ...(cause !== null && { cause }), ...(permission !== null && { permission }) };
}

/** Status and reason for each kind of what a cluster says; 4xx of its own are passed on. */
function clusterAnswer(error: ClusterError): DomainErrorAnswer {
  const pass = (statusCode: number, reason: ErrorReason) =>
    answer(statusCode, error.message, {
      reason,
      cluster_message: error.message,
      ...causeAttributes(error),
    });
  switch (error.kind) {
    case 'not_found':
      return pass(404, 'not_found');
    case 'forbidden':
      return pass(403, 'forbidden');
    case 'rejected': {
      const own = error.status !== null && error.status >= 400 && error.status < 500;
      return pass(own ? (error.status ?? 502) : 502, 'rejected');
    }
    case 'unreachable':
      return answer(
        503,
        i18n.translate('mlModels.server.unreachable', {
          defaultMessage: 'Couldn’t reach OpenSearch.',
        }),
        { reason: 'unreachable', cluster_message: error.message }
      );
    case 'timeout':
      return answer(
        504,
        i18n.translate('mlModels.server.timeout', {
          defaultMessage: 'OpenSearch didn’t respond in time.',
        }),
        { reason: 'timeout', cluster_message: error.message }
      );
    case 'malformed':
      return answer(
        502,
        i18n.translate('mlModels.server.malformed', {
          defaultMessage: 'Couldn’t read the response of OpenSearch.',
        }),
        { reason: 'malformed_answer', cluster_message: error.message }
      );
    case 'data_source':
      return answer(400, error.message, { reason: 'data_source_unavailable' });
  }
}

/** The answer for an error of the domain; undefined for one that is not, which must be rethrown. */
export function toErrorAnswer(error: unknown): DomainErrorAnswer | undefined {
  if (error instanceof ClusterError) return clusterAnswer(error);
  if (error instanceof DeleteConflict) {
    const { unreadable } = error.review;
    if (error.reason === 'refused' && unreadable !== undefined) {
      return answer(409, unreadableMessage(), {
        reason: error.reason,
        cause: 'unreadable_model',
        cluster_message: unreadable,
        review: error.review,
      });
    }
    return answer(409, conflictMessage(error.reason), {
      reason: error.reason,
      review: error.review,
      ...(error.clusterMessage !== undefined && { cluster_message: error.clusterMessage }),
    });
  }
  if (error instanceof LeftoverConflict) {
    const { clusterMessage } = error.facts;
    return answer(409, leftoverMessage(error), {
      reason: error.reason,
      ...(clusterMessage !== undefined && { cluster_message: clusterMessage }),
    });
  }
  if (error instanceof DeleteOutcomeUnknown) {
    const { statusCode, body } = clusterAnswer(error.error);
    const attributes = { ...body.attributes, review: error.review };
    return answer(statusCode, outcomeUnknownMessage(), attributes);
  }
  if (error instanceof ReplacementConflict) {
    const { reason, facts } = error;
    const { detail, ...attributes } = facts;
    return answer(409, replacementMessage(reason, detail), { reason, ...attributes });
  }
  if (error instanceof SafeDeleteUnsupported) {
    return answer(
      409,
      i18n.translate('mlModels.server.safeDeleteUnsupported', {
        defaultMessage: 'This cluster doesn’t have safe delete, which came with ML Commons 2.19.',
      }),
      { reason: 'unsupported', cluster_message: error.message }
    );
  }
  if (error instanceof FingerprintRequired) {
    return answer(
      428,
      i18n.translate('mlModels.server.fingerprintRequired', {
        defaultMessage: 'A delete needs the fingerprint of its review.',
      }),
      { reason: 'fingerprint_required' }
    );
  }
  return undefined;
}

/** Reviews of many models; one that could not be reviewed as a request for it alone is answered. */
export function toReviewModelsAnswer(
  reviewed: ReadonlyMap<string, Review | ClusterError>
): ReviewModelsAnswer {
  const answer: ReviewModelsAnswer = { reviews: [], errors: [] };
  for (const [modelId, one] of reviewed) {
    if (one instanceof ClusterError) {
      const { message, attributes } = clusterAnswer(one).body;
      answer.errors.push({ model_id: modelId, message, ...attributes });
    } else answer.reviews.push(one);
  }
  return answer;
}
