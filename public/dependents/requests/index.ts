export { DependentActions } from './dependent_actions';
