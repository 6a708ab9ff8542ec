import React, { useEffect, useState } from 'react';
import { EuiBasicTable, EuiFieldSearch, EuiPage, EuiPageBody } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import ReactDOM from 'react-dom';
import type { HttpStart } from '../../../public/platform/types';

const ROWS = 20;

interface Hit {
  _id: string;
  _source: { name: string; algorithm?: string; model_state?: string };
}
interface Answer {
  hits: { total: { value: number }; hits: Hit[] };
}

/** The least that a list of models can be: what it shows is what a search answers. */
function BareList({ http }: { http: HttpStart }) {
  const [page, setPage] = useState(0);
  const [search, setSearch] = useState('');
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isAwaited = true;
    const body = JSON.stringify({ from: page * ROWS, search });
    void http.fetch('/api/bare_models', { method: 'POST', body }).then((read) => {
      if (isAwaited) setAnswer(read as Answer);
    });
    return () => {
      isAwaited = false;
    };
  }, [http, page, search]);
  return (
    <EuiPage>
      <EuiPageBody>
        <EuiFieldSearch
          data-test-subj="bareSearch"
          value={search}
          onChange={({ target }) => {
            setSearch(target.value);
            setPage(0);
          }}
        />
        {answer && (
          <EuiBasicTable
            items={answer.hits.hits}
            itemId="_id"
            rowProps={({ _id: id }) => ({ 'data-test-subj': `bareRow-${id}` })}
            columns={[
              { name: 'Name', render: ({ _source }: Hit) => _source.name },
              { name: 'ID', field: '_id' },
              { name: 'Function', render: ({ _source }: Hit) => _source.algorithm },
              { name: 'State', render: ({ _source }: Hit) => _source.model_state },
            ]}
            pagination={{
              pageIndex: page,
              pageSize: ROWS,
              totalItemCount: answer.hits.total.value,
              hidePerPageOptions: true,
            }}
            onChange={(change: CriteriaWithPagination<Hit>) => setPage(change.page.index)}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
}

/** Draws the list until it is unmounted. */
export function renderList(http: HttpStart, element: HTMLElement): () => void {
  ReactDOM.render(<BareList http={http} />, element);
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
}
