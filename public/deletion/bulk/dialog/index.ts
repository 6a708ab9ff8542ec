export { DeleteManyDialog } from './delete_many_dialog';
