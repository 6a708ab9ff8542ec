import { DEFAULT_LIST_VIEW, readListView } from './list_view';

describe('readListView', () => {
  it('gives back what was kept', () => {
    const view = { hidden: ['id', 'state'], isDense: true, refreshSeconds: 30 };
    expect(readListView(JSON.stringify(view))).toEqual(view);
  });

  it.each([null, '', 'no json', 'null', '[]', '{"hidden":1,"isDense":"yes","refreshSeconds":7}'])(
    'is as at first for %j',
    (text) => expect(readListView(text)).toEqual(DEFAULT_LIST_VIEW)
  );

  it('leaves out columns that there are not', () => {
    const text = JSON.stringify({ hidden: ['name', 'id', 'x'] });
    expect(readListView(text).hidden).toEqual(['id']);
  });
});
