import { makeFaults, sentToCluster } from '../cluster/faults';
import { makeModel, removeFixtures } from '../cluster/fixtures';
import { call } from '../cluster/plugin_api';
import { gapsIn } from './coverage';
import { as, type UserName } from './users';

afterEach(removeFixtures);

/** Lists models for some users at once; answers with how often the cluster was asked for agents. */
async function listAtOnce(...users: UserName[]) {
  await makeFaults();
  const answers = await Promise.all(users.map((user) => call('listModels', {}, as(user))));
  const sent = await sentToCluster();
  return { answers, reads: sent.filter((line) => line.includes('/agents/_search')).length };
}

describe('requests for the same at once', () => {
  it('share a read where the cluster says that the user is the same', async () => {
    const { answers, reads } = await listAtOnce('admin', 'admin', 'admin', 'admin');
    expect(reads).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('never give a user what only another may see', async () => {
    const { id } = await makeModel(as('owner'));
    const { answers, reads } = await listAtOnce('admin', 'reader', 'admin', 'reader');
    expect(reads).toBe(2);
    const seen = answers.map(({ models }) => models.some((model) => model.id === id));
    expect(seen).toEqual([true, false, true, false]);
    expect(answers.map(({ coverage }) => gapsIn(coverage).length > 0)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
