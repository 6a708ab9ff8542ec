/** What the server half of the host tells its browser half, in the page. */
export interface InjectedMetadata {
  /** Of OpenSearch Dashboards. */
  version: string;
  basePath: string;
  react: ReactVersion;
  dataSources: DataSource[];
  /** The plugins with a browser half: by id, what their server exposes of their configuration. */
  plugins: Record<string, object>;
  loading: {
    /** Where each bundle's own files are: what `__osdPublicPath__` becomes. */
    publicPaths: Record<string, string>;
    /** In the order in which they are to run. */
    scripts: string[];
    /** `{tag}` stands for the theme. */
    styles: string[];
  };
}

/** A further cluster: its saved object, by the platform's names. */
export interface DataSource {
  id: string;
  title: string;
  dataSourceVersion: string;
  installedPlugins: string[];
}

/** Dashboards up to 3.3 has React 16.14 with OUI 1.21; 3.6 has React 18.2 with OUI 1.22.1. */
export type ReactVersion = 16 | 18;
