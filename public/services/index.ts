export { ServicesProvider, useServices } from './services';
export type { Services } from './services';
