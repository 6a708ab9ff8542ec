import { z } from 'zod';
import type { Cluster } from './cluster';
import type { Json, JsonObject } from './content/json';

// Without only_run_on_ml_node: giving that back would undeploy every model outside an ML node.
const needed: Record<string, Json> = {
  'plugins.ml_commons.allow_registering_model_via_local_file': true,
  'plugins.ml_commons.native_memory_threshold': 100,
  'plugins.ml_commons.jvm_heap_memory_threshold': 100,
  'plugins.ml_commons.connector.private_ip_enabled': true,
};

const endpoints = 'plugins.ml_commons.trusted_connector_endpoints_regex';

const settingsAnswer = z.object({
  persistent: z.record(z.string(), z.unknown()),
  transient: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
});

/**
 * Runs something with the settings that registering and deploying the sample models takes, as
 * transient settings where the cluster has others, and gives them back afterwards.
 */
export async function withSettings<T>(
  cluster: Cluster,
  gatewayUrl: string,
  run: () => Promise<T>
): Promise<T> {
  const path = '/_cluster/settings';
  const now = await cluster.call(
    settingsAnswer,
    'GET',
    `${path}?include_defaults=true&flat_settings=true`
  );
  const valueOf = (key: string): unknown =>
    now.transient[key] ?? now.persistent[key] ?? now.defaults[key];

  const borrowed: JsonObject = {};
  for (const [key, value] of Object.entries(needed)) {
    if (String(valueOf(key)) !== String(value)) borrowed[key] = value;
  }
  if (!trusts(valueOf(endpoints), gatewayUrl)) {
    borrowed[endpoints] = [`^${gatewayUrl.replaceAll('.', '\\.')}/.*$`];
  }
  if (Object.keys(borrowed).length === 0) return run();

  const before: JsonObject = {};
  for (const key of Object.keys(borrowed)) {
    const value = z.json().safeParse(now.transient[key] ?? null);
    before[key] = value.success ? value.data : null;
  }
  await cluster.call(z.unknown(), 'PUT', path, { transient: borrowed });
  try {
    return await run();
  } finally {
    await cluster.call(z.unknown(), 'PUT', path, { transient: before });
  }
}

function trusts(patterns: unknown, gatewayUrl: string): boolean {
  const known = z.array(z.string()).safeParse(patterns);
  return (
    known.success &&
    known.data.some((pattern) => new RegExp(pattern).test(`${gatewayUrl}/v1/embeddings`))
  );
}
