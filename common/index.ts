export { APP_ID, PLUGIN_ID } from './plugin';
