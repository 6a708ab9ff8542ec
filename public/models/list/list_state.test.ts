import { DEFAULT_LIST_STATE, readListState, writeListState } from './list_state';
import type { ListState } from './list_state';

describe('the list’s state in the URL', () => {
  it('comes back as it was written', () => {
    const state: ListState = {
      search: 'mini & "lm"',
      state: ['DEPLOYED', 'A NEW/STATE'],
      function_name: ['REMOTE'],
      model_group_id: ['g&1'],
      usage: 'unknown',
      sort_field: 'usage',
      sort_order: 'desc',
      page: 3,
      size: 100,
    };
    expect(readListState(writeListState(state, ''))).toEqual(state);
  });

  it('says nothing of defaults, and keeps what is not its own', () => {
    expect(writeListState(DEFAULT_LIST_STATE, '')).toBe('');
    expect(writeListState(DEFAULT_LIST_STATE, '?dataSourceId=ds&search=x&page=4')).toBe(
      '?dataSourceId=ds'
    );
  });

  it.each([
    'usage=everything',
    'sort_field=password&sort_order=up',
    'page=0',
    'page=-1',
    'page=1e3',
    'page=99999999999',
    'size=7',
    'size=NaN',
    'state=&function_name=',
    `state=${'x'.repeat(513)}`,
    '%E0%A4%A',
  ])('ignores what makes no sense: %s', (query) => {
    expect(readListState(`?${query}`)).toEqual(DEFAULT_LIST_STATE);
  });

  it('takes each value once and no more than the server does', () => {
    const many = Array.from({ length: 120 }, (_, number) => `state=s${number}`).join('&');
    expect(readListState(`?${many}`).state).toHaveLength(100);
    expect(readListState('?state=A&state=A').state).toEqual(['A']);
  });
});
