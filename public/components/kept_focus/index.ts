export { KeepFocus } from './keep_focus';
