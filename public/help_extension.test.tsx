import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PLUGIN_VERSION } from '../common/plugin';
import { FakeServer } from './test_support/fake_server';
import { aList, aModel, SAFE_DELETE_ON } from './test_support/fixtures';
import { renderApplication } from './test_support/render_application';

const server = () =>
  new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([aModel()]));

it('has documentation, version and limits in the platform’s help menu while it is open', async () => {
  const { core, unmount } = renderApplication(server());
  await screen.findByTestId('modelsTable');
  const [[extension]] = core.chrome.setHelpExtension.mock.calls;
  expect(extension).toMatchObject({ appName: 'Models', links: [{ linkType: 'documentation' }] });
  const element = document.body.appendChild(document.createElement('div'));
  let remove = () => {};
  act(() => {
    remove = extension.content(element);
  });
  expect(element).toHaveTextContent(`Version ${PLUGIN_VERSION}, for OpenSearch 2.19.0 and later`);
  expect(element).toHaveTextContent('Limits: ');
  remove();
  expect(element).toBeEmptyDOMElement();
  unmount();
  expect(core.chrome.setHelpExtension).toHaveBeenLastCalledWith(undefined);
});

it('explains the words of the page beside its title', async () => {
  const user = userEvent.setup();
  renderApplication(server());
  await user.click(await screen.findByTestId('effectsHelpButton'));
  const lines = screen.getByTestId('effectsHelp').querySelectorAll('li');
  expect([...lines].map(({ textContent }) => textContent?.split(':')[0])).toEqual([
    'Blocking',
    'Would break',
    'Might break',
    'Not checked',
  ]);
  expect(screen.getByRole('link', { name: /Documentation on deleting models/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/delete-model/')
  );
});
