import React from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nProvider } from '@osd/i18n/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import type { DependentRequests } from '../../common/dependents/dependent';
import { createQueryClient } from '../api/query_client';
import { ServicesProvider } from '../services/services';
import { BREAKING_AGENT } from '../test_support/fixtures';
import { fakeCore } from '../test_support/render_application';
import { FakeServer, httpError, pending } from '../test_support/fake_server';
import { DependentActions } from './dependent_actions';

const ROUTE = 'GET /api/ml_models/dependents/{kind}/{id}';
const REQUESTS: DependentRequests = {
  kind: 'agent',
  id: 'r1',
  definition: {},
  requests: {
    show: 'GET /_plugins/_ml/agents/r1\n',
    remove_reference: 'PUT /_plugins/_ml/agents/r1\n{}\n',
  },
};

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;
let copied: string[];

beforeEach(() => {
  server = new FakeServer().on(ROUTE, REQUESTS);
  user = userEvent.setup();
  copied = [];
  // as a browser does, which copies what is selected
  document.execCommand = () => copied.push(String(window.getSelection())) > 0;
});

function renderActions(hasDevTools = false) {
  const core = fakeCore(server);
  const application = {
    navigateToApp: jest.fn(),
    getUrlForApp: (id: string, options?: { path?: string }) => `/app/${id}${options?.path ?? ''}`,
    ...(hasDevTools && { capabilities: { dev_tools: { show: true } } }),
  };
  return render(
    <I18nProvider>
      <QueryClientProvider client={createQueryClient()}>
        <Router history={createMemoryHistory()}>
          <ServicesProvider hasHistory={false} core={{ ...core, application }}>
            <DependentActions dependent={BREAKING_AGENT} modelId="m1" />
          </ServicesProvider>
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  );
}

const opener = () => screen.getByRole('button', { name: 'Copy fix for router' });

describe('the ways out of a dependent', () => {
  it('are read when they are opened, not before', async () => {
    const slow = pending<DependentRequests>();
    server.on(ROUTE, () => slow.promise);
    renderActions();
    expect(server.sent).toHaveLength(0);
    await user.click(opener());
    expect(await screen.findByText('Reading the resource…')).toBeInTheDocument();
    expect(server.sent[0]).toMatchObject({
      path: '/api/ml_models/dependents/agent/r1',
      query: { model_id: 'm1' },
    });
    slow.resolve(REQUESTS);
    expect(await screen.findByTestId('copyShowRequest')).toBeEnabled();
  });

  it.each([
    ['copyShowRequest', REQUESTS.requests.show, 'Request that reads the resource copied.'],
    [
      'copyRemoveRequest',
      REQUESTS.requests.remove_reference,
      'Request that removes the reference copied.',
    ],
  ])('copy a request with the keyboard and say so: %s', async (item, text, words) => {
    renderActions();
    opener().focus();
    await user.keyboard('{Enter}');
    const request = await screen.findByTestId(item);
    // a moment after it opens the menu takes the focus
    await waitFor(() => expect(opener()).not.toHaveFocus());
    request.focus();
    await user.keyboard('{Enter}');
    expect(copied.map((one) => one.trim())).toEqual([text?.trim()]);
    expect(await screen.findByText(words)).toHaveAttribute('role', 'status');
    await waitFor(() => expect(screen.queryByTestId(item)).toBeNull());
  });

  it('say why no request removes the reference', async () => {
    const whyNot = 'A field can’t be removed from an index.';
    server.on(ROUTE, {
      ...REQUESTS,
      requests: { show: 'GET /docs\n', remove_reference: null, why_not: whyNot },
    });
    renderActions(true);
    await user.click(opener());
    const item = await screen.findByTestId('copyRemoveRequest');
    expect(item).toBeDisabled();
    expect(item).toHaveTextContent(whyNot);
    expect(screen.getByTestId('openDevTools')).toHaveTextContent(
      'Open request that reads the resource in Dev Tools'
    );
  });

  it('lead to Dev Tools only where the platform has it', async () => {
    const { unmount } = renderActions();
    await user.click(opener());
    await screen.findByTestId('copyShowRequest');
    expect(screen.queryByTestId('openDevTools')).toBeNull();
    unmount();
    renderActions(true);
    await user.click(opener());
    const link = await screen.findByTestId('openDevTools');
    // nothing but an address with its host is loaded there
    const request = `${window.location.origin}/api/ml_models/dependents/agent/r1/console_request?model_id=m1`;
    const loadFrom = encodeURIComponent(request);
    expect(link).toHaveAttribute('href', `/app/dev_tools#/console?load_from=${loadFrom}`);
    expect(link).toHaveTextContent('Open request that removes the reference in Dev Tools');
    expect(link).toHaveTextContent('Replaces the text in the console.');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('say in the cluster’s words why they couldn’t be read, and try again', async () => {
    const words = 'no permissions for [cluster:admin/opensearch/ml/agents/get]';
    server.on(ROUTE, httpError(403, words, { reason: 'forbidden', cluster_message: words }));
    renderActions();
    await user.click(opener());
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    server.on(ROUTE, REQUESTS);
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('copyShowRequest')).toBeEnabled();
  });
});
