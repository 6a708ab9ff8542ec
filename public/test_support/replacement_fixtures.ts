import type { Journal } from '../../common/replacement/journal';
import type { Change, Plan } from '../../common/replacement/plan';
import { FakeServer } from './fake_server';
import { aModel, aReview, FINGERPRINT, READ } from './fixtures';
import { aModelAnswer } from './graph_fixtures';

export const REPLACEMENT = aModel({
  id: 'Nw9xyz0123456789abcd',
  name: 'minilm-l12',
  version: '4',
  state: 'DEPLOYED',
});

/** What a plan says of one pipeline. */
export function aChange(over: Partial<Change> = {}): Change {
  const { id: old } = aModel();
  return {
    kind: 'ingest_pipeline',
    id: 'embed-docs',
    name: over.id ?? 'embed-docs',
    action: 'change',
    paths: ['processors[0].text_embedding.model_id'],
    possible_paths: [],
    before: { processors: [{ text_embedding: { model_id: old } }] },
    after: { processors: [{ text_embedding: { model_id: REPLACEMENT.id } }] },
    impact: [],
    mixed_vectors: null,
    fingerprint: FINGERPRINT,
    ...over,
  };
}

/** A plan with these changes. */
export function aPlan(changes: Change[], over: Partial<Plan> = {}): Plan {
  return {
    model: aModel(),
    replacement: REPLACEMENT,
    fit: [{ check: 'weights', result: 'different', old: 'a', new: 'b' }],
    allowed: true,
    changes,
    coverage: READ,
    fingerprint: FINGERPRINT,
    ...over,
  };
}

/** What is needed to take a change back. */
export function aJournal(over: Partial<Journal> = {}): Journal {
  const { before, after } = aChange();
  return {
    version: 1,
    model_id: aModel().id,
    replacement_id: REPLACEMENT.id,
    kind: 'ingest_pipeline',
    id: 'embed-docs',
    name: 'embed-docs',
    places: [['processors', 0, 'text_embedding', 'model_id']],
    before: before ?? {},
    after: after ?? {},
    revert_request: 'PUT /_ingest/pipeline/embed-docs\n{}\n',
    ...over,
  };
}

/** A server with what the page of a replacement reads of the old model, whatever the step. */
export function aReplacementServer(): FakeServer {
  return new FakeServer()
    .on('GET /api/ml_models/models/{model_id}', aModelAnswer())
    .on('GET /api/ml_models/permissions', {
      delete_model: { allowed: true },
      delete_connector: { allowed: true },
      delete_model_group: { allowed: true },
      undeploy_model: { allowed: true },
      change_settings: { allowed: true },
    })
    .on('GET /api/ml_models/models/{model_id}/review', aReview());
}
