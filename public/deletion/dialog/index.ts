export { DeleteDialog } from './delete_dialog';
