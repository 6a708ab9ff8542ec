import { z } from 'zod';
import type { Cluster } from './cluster';
import { connectorBody, type ConnectorIds } from './connectors';
import type { JsonObject } from './content/json';
import type { ModelKey, SampleModel, TrainedModel } from './content/models';
import { contentOf, hashOf } from './local_content';
import type { ModelGroupIds } from './model_groups';

const registered = z.object({ model_id: z.string() });

/** Registers a model, or trains it, and answers its id. */
export async function register(
  cluster: Cluster,
  model: SampleModel,
  groups: ModelGroupIds,
  connectors: ConnectorIds,
  gatewayUrl: string,
  models: ReadonlyMap<ModelKey, string>
): Promise<string> {
  if (model.kind === 'trained') return train(cluster, model);
  const named = { name: model.name, description: model.description };
  if (model.kind === 'embedded') {
    return call(cluster, '/_plugins/_ml/models/_register', {
      ...named,
      function_name: 'remote',
      connector: connectorBody(model.connector, gatewayUrl),
    });
  }
  const group = known(groups, model.group, 'model group');
  if (model.kind === 'remote') {
    return call(cluster, '/_plugins/_ml/models/_register', {
      ...named,
      function_name: 'remote',
      model_group_id: group,
      connector_id: known(connectors, model.connector, 'connector'),
      guardrails:
        model.inputGuardrail === undefined
          ? undefined
          : guardrails(known(models, model.inputGuardrail, 'model')),
    });
  }
  return call(cluster, '/_plugins/_ml/models/_register_meta', {
    ...named,
    function_name: model.functionName,
    model_group_id: group,
    model_format: 'TORCH_SCRIPT',
    model_config: model.modelConfig,
    model_content_hash_value: hashOf(model),
    model_content_size_in_bytes: Buffer.byteLength(contentOf(model)),
    total_chunks: 1,
  });
}

async function call(cluster: Cluster, path: string, body: JsonObject): Promise<string> {
  return (await cluster.call(registered, 'POST', path, body)).model_id;
}

function train(cluster: Cluster, model: TrainedModel): Promise<string> {
  return call(cluster, `/_plugins/_ml/_train/${model.algorithm}`, {
    parameters: model.parameters,
    input_data: {
      column_metas: model.columns.map((name) => ({ name, column_type: 'DOUBLE' })),
      rows: model.rows.map((row) => ({
        values: row.map((value) => ({ column_type: 'DOUBLE', value })),
      })),
    },
  });
}

/** A guardrail as ML Commons keeps it in a model. */
export function guardrails(modelId: string): JsonObject {
  return {
    type: 'model',
    input_guardrail: {
      model_id: modelId,
      response_filter: '$.label',
      response_validation_regex: '^accept$',
    },
  };
}

/** The id of what was made under a name. */
export function known(ids: ReadonlyMap<string, string>, name: string, what: string): string {
  const id = ids.get(name);
  if (id !== undefined) return id;
  throw new Error(`The sample data name a ${what} "${name}" before it is made`);
}
