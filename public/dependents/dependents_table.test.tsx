import React from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nProvider } from '@osd/i18n/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import type { Dependent } from '../../common/dependents/dependent';
import { createQueryClient } from '../api/query_client';
import { ServicesProvider } from '../services/services';
import {
  aReview,
  BLOCKING_PIPELINE,
  BREAKING_AGENT,
  SAFE_DELETE_OFF,
} from '../test_support/fixtures';
import { FakeServer } from '../test_support/fake_server';
import { fakeCore } from '../test_support/render_application';
import { DependentsTable } from './dependents_table';

const POSSIBLE: Dependent = {
  ...BLOCKING_PIPELINE,
  id: 'unclear',
  name: 'unclear',
  references: [{ path: 'description', enforcement: 'possible' }],
};
const pipelines = (...names: string[]): Dependent[] =>
  names.map((name) => ({ ...BLOCKING_PIPELINE, id: name, name }));

function renderTable(dependents: Dependent[], over: Parameters<typeof aReview>[0] = {}) {
  return render(
    <I18nProvider>
      <QueryClientProvider client={createQueryClient()}>
        <Router history={createMemoryHistory()}>
          <ServicesProvider hasHistory={false} core={fakeCore(new FakeServer())}>
            <DependentsTable review={aReview({ dependents, ...over })} isWide />
          </ServicesProvider>
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  );
}

const rows = () => screen.queryAllByTestId(/^dependent-/);
const shown = () => rows().map(({ dataset }) => dataset.testSubj?.replace('dependent-', ''));

describe('the table of what uses a model', () => {
  it('sorts names as people do', () => {
    renderTable(pipelines('m10', 'm2', 'm1'));
    expect(shown()).toEqual(['ingest_pipeline-m1', 'ingest_pipeline-m2', 'ingest_pipeline-m10']);
  });

  it('has what blocks first, then what would break, then what might, each in words', () => {
    const search: Dependent = { ...BLOCKING_PIPELINE, kind: 'search_pipeline', id: 's', name: 'a' };
    renderTable([POSSIBLE, BREAKING_AGENT, search, BLOCKING_PIPELINE]);
    expect(shown()).toEqual([
      'ingest_pipeline-embed-docs',
      'search_pipeline-s',
      'agent-r1',
      'ingest_pipeline-unclear',
    ]);
    const effects = ['Blocking', 'Blocking', 'Would break', 'Might break'];
    rows().forEach((row, at) => expect(row).toHaveTextContent(effects[at] ?? ''));
  });

  it('shows no effect of a delete on a model that ML Commons can’t read', () => {
    renderTable([BREAKING_AGENT, BLOCKING_PIPELINE], { unreadable: 'No field.' });
    expect(rows()).toHaveLength(2);
    expect(screen.queryByText(/blocking|break/i)).toBeNull();
  });

  it.each([
    ['safe delete is off', { safe_delete: SAFE_DELETE_OFF }],
    [
      'it is not known whether safe delete is on',
      { safe_delete: { ...SAFE_DELETE_OFF, enabled: null } },
    ],
  ])('calls nothing blocking where %s', (_why, over) => {
    renderTable([BREAKING_AGENT, BLOCKING_PIPELINE, POSSIBLE], over);
    const effects = ['Would break', 'Would break', 'Might break'];
    expect(rows()).toHaveLength(3);
    rows().forEach((row, at) => expect(row).toHaveTextContent(effects[at] ?? ''));
    expect(screen.queryByText(/blocking/i)).toBeNull();
  });

  it('says at a place what it does where that is weaker, or hardly a use', () => {
    renderTable([
      {
        ...BREAKING_AGENT,
        references: [
          { path: 'a.model_id', enforcement: 'blocks', coincidence: true },
          { path: 'b', enforcement: 'breaks' },
          { path: 'c', enforcement: 'possible' },
        ],
      },
    ]);
    const [row] = rows();
    expect(row).toHaveTextContent(
      'a.model_id (probably not a use, but ML Commons counts any “model_id”)'
    );
    expect(row).toHaveTextContent('b (would break)');
    expect(row).toHaveTextContent('c (might break)');
  });

  it('names three places of many, and the others on demand', async () => {
    const references = ['a', 'b', 'c', 'd', 'e'].map((key) => ({
      path: `${key}.model_id`,
      enforcement: 'breaks' as const,
    }));
    renderTable([{ ...BREAKING_AGENT, references }]);
    const [row] = rows();
    expect(row).not.toHaveTextContent('d.model_id');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show 2 more' }));
    for (const { path } of references) expect(row).toHaveTextContent(path);
  });

  it('counts beside each what is affected through it alone', () => {
    const through = BLOCKING_PIPELINE.id;
    const impact = [
      { kind: 'index', id: 'docs', name: 'docs', through },
      // uses the model itself, and has a row of its own
      { kind: BREAKING_AGENT.kind, id: BREAKING_AGENT.id, name: BREAKING_AGENT.name, through },
    ];
    renderTable([{ ...BLOCKING_PIPELINE, impact }, BREAKING_AGENT]);
    const [pipeline, agent] = rows();
    expect(pipeline).toHaveTextContent('Also affected1 index');
    expect(pipeline).not.toHaveTextContent('1 agent');
    expect(agent).toHaveTextContent('Also affected–');
  });

  it('has a search from ten rows on, by name, kind, ID and path', async () => {
    const nine = pipelines('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9');
    const { unmount } = renderTable(nine);
    expect(screen.queryByTestId('searchDependents')).toBeNull();
    unmount();
    renderTable([...nine, BREAKING_AGENT]);
    const user = userEvent.setup();
    const search = screen.getByTestId('searchDependents');
    for (const words of ['router', 'agent', 'r1', 'llm.model_id', 'ROUTER llm']) {
      await user.clear(search);
      await user.type(search, words);
      await waitFor(() => expect(shown()).toEqual(['agent-r1']));
    }
    await user.type(search, ' nowhere');
    expect(await screen.findByText('No resource matches')).toBeVisible();
    expect(rows()).toEqual([]);
  });
});
