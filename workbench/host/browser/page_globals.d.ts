/** What the platform's scripts leave in the page for one another. */
interface Window {
  __osdThemeTag__: string;
  __osdPublicPath__: Record<string, string>;
  __osdBundles__: {
    has(key: string): boolean;
    get(key: string): unknown;
    define(key: string, load: (moduleKey: string) => unknown, moduleKey: string): void;
  };
}
