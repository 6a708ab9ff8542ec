export { readRecovery } from './read_recovery';
