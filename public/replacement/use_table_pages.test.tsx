import React from 'react';
import { EuiBasicTable } from '@elastic/eui';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useTablePages, withFirst } from './use_table_pages';

const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `row ${at}` }));

function Table({ rows, shown }: { rows: Array<{ id: string }>; shown?: number }) {
  const pages = useTablePages(rows, shown);
  return <EuiBasicTable {...pages} itemId="id" columns={[{ field: 'id', name: 'ID' }]} />;
}

const user = userEvent.setup();
const isShown = (id: string) => screen.queryByText(id) !== null;

describe('the pages of a table', () => {
  it('are turned, and stay when the rows are others', async () => {
    const { rerender } = render(<Table rows={rowsOf(300)} />);
    expect([isShown('row 0'), isShown('row 30')]).toEqual([true, false]);
    await user.click(screen.getByTestId('pagination-button-next'));
    expect([isShown('row 0'), isShown('row 30')]).toEqual([false, true]);
    rerender(<Table rows={rowsOf(299)} />);
    expect(isShown('row 30')).toBe(true);
    // a page that isn't there any more gives way to the last one
    rerender(<Table rows={rowsOf(20)} />);
    expect(isShown('row 19')).toBe(true);
  });

  it('follow a row as long as there is one', () => {
    const { rerender } = render(<Table rows={rowsOf(300)} shown={120} />);
    expect([isShown('row 0'), isShown('row 120')]).toEqual([false, true]);
    rerender(<Table rows={rowsOf(300)} />);
    expect(isShown('row 0')).toBe(true);
  });
});

test('rows that need a look are first, else in their order', () => {
  expect(withFirst([1, 2, 3, 4, 5], (one) => one % 2 === 0)).toEqual([2, 4, 1, 3, 5]);
});
