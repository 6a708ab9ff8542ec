export { RecoveryFile } from './recovery_file';
