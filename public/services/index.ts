export { useAddresses } from './addresses';
export { ServicesProvider, useServices } from './services';
export type { Services } from './services';
