import { rmSync } from 'fs';
import type { Page } from 'playwright-core';
import { makeEmbeddingModel, startEmbeddingService } from '../cluster/embedding_service';
import { makeAgent, removeLater, uniqueName, type MadeModel } from '../cluster/fixtures';
import { loseGate, makeFaults, untilHeld } from '../cluster/faults';
import { ask, tell } from '../cluster/opensearch';
import { makeProfile, startBrowser } from './browser';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser({ safeDelete: true }, (shown) => ({ page } = shown));

/** An index whose documents are embedded as they come, by a pipeline that uses the model. */
async function makeEmbeddedIndex({ id }: MadeModel) {
  const pipeline = uniqueName('embed');
  await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
    processors: [{ text_embedding: { model_id: id, field_map: { text: 'vector' } } }],
  });
  removeLater(() => ask('DELETE', `/_ingest/pipeline/${pipeline}`));
  const index = uniqueName('docs');
  await tell('PUT', `/${index}`, {
    settings: { index: { number_of_replicas: 0, default_pipeline: pipeline } },
  });
  removeLater(() => ask('DELETE', `/${index}`));
  await tell('POST', `/${index}/_doc?refresh=true`, { text: 'one' });
  return { index, pipeline };
}

const next = () => subject(page, 'nextStep').click();

describe.each<React>(['18', '16'])('replacing a model, on React %s', (react) => {
  it('leads from a model in use to a deleted one, with everything on the other model', async () => {
    const service = await startEmbeddingService();
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b', groupId: old.groupId });
    const { index, pipeline } = await makeEmbeddedIndex(old);
    const agent = await makeAgent(old.id);
    const models = new ModelsPage(page, react);
    const faultless = async () => expect(await models.accessibilityFaults()).toEqual([]);

    await models.open(`/models/${old.id}`);
    await subject(page, 'replaceModel').click();
    await subject(page, `candidate-${other.id}`).locator('label').click();
    await faultless();
    await next();

    await subject(page, `change-ingest_pipeline-${pipeline}`).waitFor();
    await subject(page, `change-agent-${agent.id}`).waitFor();
    await subject(page, `showDiff-ingest_pipeline-${pipeline}`).click();
    expect(await subject(page, 'definitionDiff').innerText()).toContain(other.id);
    expect(await subject(page, 'mixedVectors').innerText()).toMatch(/1 index with 1 document/);
    await faultless();
    await subject(page, 'mixedVectors').getByText(`I understand this for ${index}`).click();
    await next();

    await subject(page, 'tryAll').click();
    for (const tried of [`trial-model-${other.id}`, `trial-ingest_pipeline-${pipeline}`]) {
      await subject(page, tried).getByText('Works').waitFor();
    }
    await faultless();
    await next();

    await subject(page, 'applyChanges').click();
    await subject(page, 'applySummary').getByText('Changed all 2 resources.').waitFor();
    await faultless();
    // what was done is found again by whoever opens the page anew
    await page.reload();
    await subject(page, 'replacementPlan').waitFor();
    await page.getByText('Nothing references the old model.').waitFor();
    await page.getByRole('button', { name: 'Finish' }).click();
    await subject(page, `journal-ingest_pipeline-${pipeline}`)
      .getByText('Uses the new model')
      .waitFor();
    expect(await subject(page, 'embedAgain').innerText()).toContain(
      `POST /${index}/_update_by_query`
    );
    await faultless();

    await subject(page, 'goBack').click();
    for (const went of [`journal-ingest_pipeline-${pipeline}`, `journal-agent-${agent.id}`]) {
      await subject(page, went).getByText('Uses the old model').waitFor();
    }
    await subject(page, 'modelVerdict').getByText(/break/).waitFor();

    await subject(page, 'previousStep').click();
    await subject(page, 'mixedVectors').locator('label').click();
    await next();
    await subject(page, 'replacementTrials').waitFor();
    await next();
    await subject(page, 'applyChanges').click();
    await subject(page, 'applySummary').getByText('Changed all 2 resources.').waitFor();
    await next();
    await subject(page, 'modelVerdict').getByText('Nothing uses this model.').waitFor();
    await subject(page, 'replacementFinish').locator(`[data-test-subj^="deleteModel-"]`).click();
    const dialog = subject(page, 'deleteModelModal');
    await dialog.getByText('Undeploy the model').click();
    await subject(page, 'deleteModelConfirm').click();
    await models.toasts.getByText('Deleted').first().waitFor();
    const { error } = await ask('GET', `/_plugins/_ml/models/${old.id}`);
    expect(error).toBeDefined();
    const { _source: source } = await tell('POST', `/${index}/_doc/2?refresh=true`, {
      text: 'two',
    }).then(() => tell('GET', `/${index}/_doc/2`));
    expect(source).toMatchObject({ vector: expect.any(Array) as unknown });
  });
});

describe('a browser that ends in the middle of a replacement', () => {
  it('has the journal when it is started again, from which one goes on and back', async () => {
    const service = await startEmbeddingService();
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const agents = await Promise.all([1, 2, 3].map(() => makeAgent(old.id)));
    const readModels = () =>
      Promise.all(
        agents.map(async ({ id }) => {
          const text = JSON.stringify(await tell('GET', `/_plugins/_ml/agents/${id}`));
          return text.includes(other.id) ? 'new' : 'old';
        })
      );
    const place = `/models/${old.id}/replace`;
    const profile = makeProfile();
    try {
      const first = await startBrowser({ width: 1280, height: 900, profile });
      const before = await first.newPage();
      await new ModelsPage(before).open(`${place}?replacement=${other.id}&step=plan`);
      await subject(before, 'nextStep').click();
      await subject(before, 'replacementTrials').waitFor();
      await subject(before, 'nextStep').click();
      const agentPath = '^/_plugins/_ml/agents/';
      await makeFaults({
        ...{ method: 'PUT', path: agentPath, skip: 1, times: 1 },
        answer: { hold: 'request', gate: 'second-agent' },
      });
      await subject(before, 'applyChanges').click();
      await untilHeld('second-agent');
      await first.crash();
      await loseGate('second-agent');
      expect((await readModels()).sort()).toEqual(['new', 'old', 'old']);

      const again = await startBrowser({ width: 1280, height: 900, profile });
      try {
        const after = await again.newPage();
        const rows = after.locator('[data-test-subj^="journal-agent-"]');
        const countOf = async (text: string) => rows.filter({ hasText: text }).count();
        const settled = async () => {
          await after.waitForFunction(() => {
            const shown = [...document.querySelectorAll('[data-test-subj^="journal-agent-"]')];
            const isSettled = (row: Element) => /Uses the (new|old) model/.test(row.textContent);
            return shown.length === 3 && shown.every(isSettled);
          });
          return [await countOf('Uses the new model'), await countOf('Uses the old model')];
        };
        await new ModelsPage(after).open(place);
        await subject(after, 'keptNotice').getByText('3 changes').waitFor();
        await subject(after, 'showKept').click();
        expect(await settled()).toEqual([1, 2]);
        await subject(after, 'goOn').click();
        await subject(after, 'planGroup-change').getByText('2 resources').waitFor();
        await subject(after, 'nextStep').click();
        await subject(after, 'replacementTrials').waitFor();
        await subject(after, 'nextStep').click();
        await subject(after, 'applyChanges').click();
        await subject(after, 'applySummary').getByText('Changed all 2 resources.').waitFor();
        expect(await readModels()).toEqual(['new', 'new', 'new']);
        await subject(after, 'nextStep').click();
        expect(await settled()).toEqual([3, 0]);
        await subject(after, 'goBack').click();
        await rows.filter({ hasText: 'Uses the old model' }).nth(2).waitFor();
        expect(await readModels()).toEqual(['old', 'old', 'old']);
        expect(again.takeComplaints()).toEqual([]);
      } finally {
        await again.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
