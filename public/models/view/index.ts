export { columnWords, COLUMNS, DEFAULT_LIST_VIEW } from './list_view';
export type { Column, ListView } from './list_view';
export { useAutoRefresh } from './use_auto_refresh';
export { useListView } from './use_list_view';
export { ViewMenu } from './view_menu';
