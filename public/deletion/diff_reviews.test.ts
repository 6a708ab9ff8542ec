import type { Review } from '../../common/dependents/review';
import {
  aModel,
  aReview,
  BLOCKING_PIPELINE,
  BREAKING_AGENT,
  INGEST_FORBIDDEN,
  LAST_IN_GROUP,
  READ,
  SAFE_DELETE_OFF,
} from '../test_support/fixtures';
import { describeChange } from './describe_change';
import { diffReviews } from './diff_reviews';

const said = (before: Partial<Review>, now: Partial<Review>) =>
  diffReviews(aReview(before), aReview(now)).map(describeChange);

describe('diffReviews', () => {
  it('finds nothing between equal reviews, in whatever order they are', () => {
    const dependents = [BLOCKING_PIPELINE, BREAKING_AGENT];
    expect(
      said(
        { dependents, fingerprint: 'a' },
        { dependents: [...dependents].reverse(), coverage: [...READ].reverse(), fingerprint: 'b' }
      )
    ).toEqual([]);
  });

  it('names dependents that came and went', () => {
    expect(said({ dependents: [BLOCKING_PIPELINE] }, { dependents: [BREAKING_AGENT] })).toEqual([
      '+ agent “router”',
      '− ingest pipeline “embed-docs”',
    ]);
  });

  it('tells dependents of one id but different kinds apart', () => {
    const search = { ...BLOCKING_PIPELINE, kind: 'search_pipeline' as const };
    expect(
      said({ dependents: [BLOCKING_PIPELINE] }, { dependents: [BLOCKING_PIPELINE, search] })
    ).toEqual(['+ search pipeline “embed-docs”']);
  });

  it('names references that came and went, and that changed their meaning', () => {
    const before = {
      ...BREAKING_AGENT,
      references: [
        { path: 'llm.model_id', enforcement: 'breaks' as const },
        { path: 'parameters.a', enforcement: 'possible' as const },
      ],
    };
    const now = {
      ...BREAKING_AGENT,
      references: [
        { path: 'llm.model_id', enforcement: 'blocks' as const },
        { path: 'tools[0].parameters.model_id', enforcement: 'blocks' as const },
      ],
    };
    expect(said({ dependents: [before] }, { dependents: [now] })).toEqual([
      'llm.model_id in agent “router” uses the model differently',
      '+ tools[0].parameters.model_id in agent “router”',
      '− parameters.a in agent “router”',
    ]);
  });

  it('says which sources are read no more', () => {
    expect(said({}, { coverage: INGEST_FORBIDDEN })).toEqual([
      'You don’t have permission to read ingest pipelines',
    ]);
    expect(said({ coverage: INGEST_FORBIDDEN }, {})).toEqual(['All ingest pipelines were checked']);
    expect(said({}, { coverage: READ.slice(1) })).toEqual([
      'This cluster no longer has ingest pipelines',
    ]);
  });

  it('tells state, name, group and safe delete', () => {
    expect(
      said(
        {},
        {
          model: aModel({ state: 'DEPLOYED', name: 'other' }),
          model_group: LAST_IN_GROUP,
          safe_delete: SAFE_DELETE_OFF,
        }
      )
    ).toEqual([
      'Name: minilm-l6 → other',
      'State: Registered → Deployed',
      'The model is the last version in its group',
      'Safe delete is off',
    ]);
    expect(said({}, { model_group: null })).toEqual(['Group: embeddings → none']);
  });

  it('says that another model has the id, and that a version is registered in its group', () => {
    expect(said({}, { model: aModel({ created_time: 1 }) })).toEqual([
      'Another model has this ID: the reviewed one was deleted',
    ]);
    const last = { id: 'g1', name: 'embeddings', last_version: true, other_versions: 0 };
    expect(
      said(
        { model_group: { ...last, latest_version: 3 } },
        { model_group: { ...last, latest_version: 4 } }
      )
    ).toEqual(['A new version was registered in the group, or is being registered']);
  });

  it('notices when what stands behind a dependent changed', () => {
    const impact = [{ kind: 'index', id: 'docs', name: 'docs', through: 'default_pipeline' }];
    expect(
      said({ dependents: [BLOCKING_PIPELINE] }, { dependents: [{ ...BLOCKING_PIPELINE, impact }] })
    ).toEqual(['Resources affected through ingest pipeline “embed-docs” changed']);
  });
});
