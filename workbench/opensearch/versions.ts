export type EmbeddedVersion = '3.6.0' | '2.19.6';

/** The newest that the Java at hand can run is preferred. */
export const versionsByPreference: readonly EmbeddedVersion[] = ['3.6.0', '2.19.6'];

/** Java's major versions that it runs on; 2.19 needs the security manager, which 24 took away. */
export const javaRange: Record<EmbeddedVersion, { from: number; to: number }> = {
  '3.6.0': { from: 21, to: Infinity },
  '2.19.6': { from: 17, to: 23 },
};
