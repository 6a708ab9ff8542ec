export { useAddresses } from './addresses';
export type { PlatformHeader } from './platform_header';
export { ServicesProvider, useServices } from './services';
export type { Services } from './services';
