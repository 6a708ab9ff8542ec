export { selectColumn } from './select_column';
export { SelectionBar } from './selection_bar';
export { useSelection } from './use_selection';
export type { Selection } from './use_selection';
