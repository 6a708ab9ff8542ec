import type { Page } from 'playwright-core';
import { makeFaults, mendWire } from '../cluster/faults';
import { makeIngestPipeline, makeModel } from '../cluster/fixtures';
import { tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser(
  { size: { width: 1440, height: 900 }, safeDelete: null },
  (shown) => ({ page } = shown)
);

const control = () => subject(page, 'safeDeleteSwitch');
const shows = (on: boolean) =>
  page.waitForFunction(
    (wanted) =>
      document
        .querySelector('[data-test-subj="safeDeleteSwitch"]')
        ?.getAttribute('aria-checked') === wanted,
    String(on)
  );
const enabled = async () => (await call('getSafeDelete')).enabled;

describe.each<React>(['18'])('the safe-delete switch, on React %s', (react) => {
  it('turns on at once, and asks before it turns off', async () => {
    const model = await makeModel();
    await makeIngestPipeline(model.id);
    const models = new ModelsPage(page, react);
    await models.open();
    await shows(false);
    expect(await subject(page, 'safeDeleteSource').innerText()).toMatch(/default/i);
    await control().click();
    await shows(true);
    expect(await enabled()).toBe(true);
    expect(await subject(page, 'safeDeleteSource').innerText()).toMatch(/persistent/i);

    await control().click();
    const question = subject(page, 'turnSafeDeleteOffModal');
    await question.waitFor();
    expect(await question.innerText()).toMatch(/in use/i);
    expect(await models.accessibilityFaults()).toEqual([]);
    await question.getByRole('button', { name: 'Keep on' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await enabled()).toBe(true);

    await control().click();
    await question.getByRole('button', { name: 'Turn off' }).click();
    await shows(false);
    expect(await enabled()).toBe(false);
  });
});

describe('the safe-delete switch', () => {
  it('tells of a transient value that hides the persistent one, and removes it', async () => {
    const key = 'plugins.ml_commons.safe_delete_model';
    await tell('PUT', '/_cluster/settings', {
      persistent: { [key]: false },
      transient: { [key]: true },
    });
    const models = new ModelsPage(page);
    await models.open();
    await shows(true);
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(page, 'safeDeleteRemoveTransient').click();
    // without it safe delete is off, so the page asks
    await page.getByRole('button', { name: 'Turn off' }).click();
    await shows(false);
    expect(await call('getSafeDelete')).toMatchObject({ source: 'persistent', transient: null });
  });

  it('shows what the cluster has, not what was clicked, when the change is refused', async () => {
    const reason = 'no permissions for [cluster:admin/settings/update] and User [name=x]';
    const models = new ModelsPage(page);
    await models.open();
    await shows(false);
    await makeFaults({
      method: 'PUT',
      path: '_cluster/settings',
      answer: {
        status: 403,
        body: JSON.stringify({ error: { type: 'security_exception', reason }, status: 403 }),
      },
    });
    await control().click();
    await subject(page, 'safeDeleteUpdateFailure').waitFor();
    expect(await subject(page, 'safeDeletePanel').innerText()).toContain(
      'cluster:admin/settings/update'
    );
    await shows(false);
    expect(await control().isDisabled()).toBe(true);
    expect(await models.accessibilityFaults()).toEqual([]);
  });

  it('says that it could not be read, and tries again', async () => {
    await makeFaults({
      method: 'GET',
      path: '_cluster/settings',
      answer: { status: 500, body: '{"error":"boom","status":500}' },
    });
    const models = new ModelsPage(page);
    await models.open();
    await subject(page, 'safeDeleteUnread').waitFor();
    expect(await subject(page, 'safeDeleteUnread').innerText()).toContain('boom');
    expect(await models.accessibilityFaults()).toEqual([]);
    await mendWire();
    await subject(page, 'safeDeletePanel').getByRole('button').first().click();
    await shows(false);
  });

  it('says when the cluster does not know the setting', async () => {
    await makeFaults({
      method: 'GET',
      path: '_cluster/settings',
      answer: { status: 200, body: '{}' },
    });
    const models = new ModelsPage(page);
    await models.open();
    await subject(page, 'safeDeleteUnsupported').waitFor();
    expect(await subject(page, 'safeDeleteUnsupported').innerText()).toContain('2.19');
    expect(await models.accessibilityFaults()).toEqual([]);
  });
});
