import { makeModel, modelState, removeFixtures } from '../cluster/fixtures';
import { call, callExpectingError } from '../cluster/plugin_api';
import { as, type UserName } from './users';
import { forbidden, missing } from './words';

const PERMISSION = 'cluster:admin/opensearch/ml/undeploy_models';
const of = (id: string) => ({ params: { model_id: id } });
const makeDeployed = () => makeModel({ deploy: true, ...as('owner') });

afterEach(removeFixtures);

describe('POST /models/{model_id}/_undeploy', () => {
  it.each<UserName>(['owner', 'admin'])('undeploys for %s', async (user) => {
    const { id } = await makeDeployed();
    expect(await call('undeployModel', of(id), as(user))).toEqual({
      model_id: id,
      state: 'UNDEPLOYED',
      auto_deploy: true,
      nodes: [],
    });
  });

  it.each<UserName>(['none', 'reader'])('is refused to %s', async (user) => {
    const { id } = await makeDeployed();
    expect(await callExpectingError('undeployModel', of(id), as(user))).toMatchObject(
      forbidden(missing(PERMISSION, user))
    );
    expect(await modelState(id)).toBe('DEPLOYED');
  });

  it('is refused to another team with the 400 that ML Commons has for it', async () => {
    const { id } = await makeDeployed();
    const words = `No permission to undeploy model ${id}`;
    expect(await callExpectingError('undeployModel', of(id), as('other'))).toMatchObject({
      statusCode: 400,
      message: words,
      attributes: { reason: 'rejected', cluster_message: words },
    });
    expect(await modelState(id)).toBe('DEPLOYED');
  });
});
