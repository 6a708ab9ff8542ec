import { rmSync } from 'fs';
import type { Page } from 'playwright-core';
import { requestsIn } from '../cluster/console';
import { makeEmbeddingModel, startEmbeddingService } from '../cluster/embedding_service';
import {
  makeAgent,
  makeSearchPipeline,
  type MadeModel,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
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
  it('gives requests for new indexes where vectors have another dimension', async () => {
    const service = await startEmbeddingService();
    const old = await makeEmbeddingModel(service);
    const { id } = await makeEmbeddingModel(service, {
      ...{ model: 'dim-8-a', dimension: 8, groupId: old.groupId },
    });
    const { index, pipeline } = await makeEmbeddedIndex(old);
    const models = new ModelsPage(page, react);
    await models.open(`/models/${old.id}/replace`);
    await subject(page, `showNewIndexes-${id}`).click();
    const shown = subject(page, `newIndexes-${id}`);
    await shown.getByText(`Copy ${index} to ${index}-8 (1 document)`).waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);

    await shown.getByRole('button', { name: 'Copy all requests' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const requests = requestsIn(copied).map(({ line }) => line);
    expect(requests).toEqual([
      `PUT /_ingest/pipeline/${pipeline}-8`,
      `PUT /${index}/_settings`,
      `PUT /${index}-8`,
      'POST /_reindex?wait_for_completion=false',
      `PUT /_ingest/pipeline/${pipeline}`,
      'POST /_aliases',
      `DELETE /_ingest/pipeline/${pipeline}-8`,
    ]);
  });

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

describe('a plan of a colleague', () => {
  it('is opened, compared, and closes the next steps once it is out of date', async () => {
    const service = await startEmbeddingService();
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const { index, pipeline } = await makeEmbeddedIndex(old);
    await makeAgent(old.id);
    const models = new ModelsPage(page);
    const faultless = async () => expect(await models.accessibilityFaults()).toEqual([]);
    await models.open(`/models/${old.id}/replace?replacement=${other.id}&step=plan`);
    const download = page.waitForEvent('download');
    await subject(page, 'downloadPlan').click();
    const file = await (await download).path();

    await models.open(`/models/${old.id}/replace`);
    await subject(page, 'openPlanFile').setInputFiles(file);
    await page.getByText('The plan is up to date').waitFor();
    await faultless();
    await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
      description: 'of a colleague',
      processors: [{ text_embedding: { model_id: old.id, field_map: { text: 'vector' } } }],
    });
    await subject(page, 'planAgain').click();
    await page.getByText('The plan is out of date: 1 resource changed').waitFor();
    const difference = subject(page, `difference-ingest_pipeline-${pipeline}`);
    await difference.getByText('of a colleague').waitFor();
    expect(await subject(page, 'nextStep').isEnabled()).toBe(false);
    await faultless();
    await subject(page, 'dropSavedPlan').click();
    await subject(page, 'mixedVectors').getByText(`I understand this for ${index}`).click();
    await next();

    const name = `ingest_pipeline-${pipeline}`;
    await subject(page, `editSample-${name}`).click();
    await subject(page, `sample-${name}`).fill('{ "text": ');
    await page.getByText('The sample isn’t a JSON object.').waitFor();
    await faultless();
    await subject(page, `sample-${name}`).fill('{ "text": "mine" }');
    await subject(page, `try-${name}`).click();
    await subject(page, `trial-${name}`).getByText('Tried with its own sample.').waitFor();
    await subject(page, `trial-${name}`).getByText('Works').waitFor();
  });
});

describe('the documents of a semantic field', () => {
  it('are embedded again from the page, with what works on the index side by side', async () => {
    const service = await startEmbeddingService();
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const search = await makeSearchPipeline(old.id);
    const index = uniqueName('semantic');
    const text = {
      ...{ type: 'semantic', model_id: old.id },
      // k-NN's native engine is not part of an embedded node
      dense_embedding_config: { method: { name: 'hnsw', engine: 'lucene' } },
    };
    await tell('PUT', `/${index}`, {
      settings: {
        index: { knn: true, number_of_replicas: 0, search: { default_pipeline: search } },
      },
      mappings: { properties: { text } },
    });
    removeLater(() => ask('DELETE', `/${index}`));
    for (const word of ['one', 'two', 'three']) {
      await tell('POST', `/${index}/_doc?refresh=true`, { text: word });
    }
    const models = new ModelsPage(page);
    const faultless = async () => expect(await models.accessibilityFaults()).toEqual([]);
    await models.open(`/models/${old.id}/replace?replacement=${other.id}&step=plan`);
    const shared = subject(page, `shared-${index}`);
    await shared.waitFor();
    await subject(page, `change-search_pipeline-${search}`).locator('label').click();
    await shared.getByText('Only some change').waitFor();
    await faultless();
    await subject(page, `change-search_pipeline-${search}`).locator('label').click();
    await subject(page, 'mixedVectors').getByText(`I understand this for ${index}`).click();
    await next();
    await subject(page, 'replacementTrials').waitFor();
    await next();
    await subject(page, 'applyChanges').click();
    await subject(page, 'applySummary').getByText('Changed all 2 resources.').waitFor();
    await next();

    const embed = subject(page, `embed-${index}`);
    await embed.getByText('In 0 of 3 documents all vectors are of the new model.').waitFor();
    await faultless();
    await subject(page, `startEmbedding-${index}`).click();

    await embed.getByText('In 3 of 3 documents all vectors are of the new model.').waitFor();
    await faultless();
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
