export { FilterBar } from './filter_bar';
