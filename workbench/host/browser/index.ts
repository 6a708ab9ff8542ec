export { startCore as __osdBootstrap__ } from './start_core';
