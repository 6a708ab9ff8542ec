export { UsedBy } from './used_by';
