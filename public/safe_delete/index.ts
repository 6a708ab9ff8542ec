export { SafeDeletePanel } from './safe_delete_panel';
