export { aboutSchema } from './about';
export { findJava, type Java, type JavaSearch } from './java';
export { provideVersions } from './java_choice';
export {
  OpenSearchStartError,
  startOpenSearch,
  type OpenSearchNode,
  type StartOptions,
} from './node';
export { NoSecurityPluginError } from './recipe';
export { authorizationOf } from './security';
export type { EmbeddedVersion } from './versions';
