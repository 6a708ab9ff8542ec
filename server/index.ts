export { config } from './config';
export { plugin } from './plugin';
