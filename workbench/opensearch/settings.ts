/** OpenSearch settings by their flat names. */
export type Settings = Record<string, unknown>;

/** For one node on this machine only, with models and data that need nothing from outside. */
export const defaultSettings: Settings = {
  'discovery.type': 'single-node',
  'network.host': '127.0.0.1',
  'http.port': 0,
  'transport.port': 0,
  'node.portsfile': true,
  'cluster.routing.allocation.disk.threshold_enabled': false,
  'plugins.ml_commons.only_run_on_ml_node': false,
  'plugins.ml_commons.connector.private_ip_enabled': true,
  'plugins.ml_commons.trusted_connector_endpoints_regex': ['.*'],
  'plugins.ml_commons.allow_registering_model_via_local_file': true,
  'plugins.ml_commons.native_memory_threshold': 100,
  'plugins.ml_commons.jvm_heap_memory_threshold': 100,
  'plugins.ml_commons.disk_free_space_threshold': -1,
};

/** The text of opensearch.yml: JSON values are YAML. */
export function yaml(settings: Settings): string {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}
