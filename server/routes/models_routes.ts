import { contracts } from '../../common/http';
import { getModel, listModels, readInventory, readModelNodes } from '../models';
import type { RegisterRoute } from './route_registrar';
import { keyOfRead, type SharedReads } from './shared_reads';

export function registerModelsRoutes(register: RegisterRoute, shared: SharedReads): void {
  register(contracts.listModels, async (cluster, { query }) => {
    const key = keyOfRead('inventory', query);
    return listModels(await shared.read(cluster, key, () => readInventory(cluster)), query);
  });
  register(contracts.getModel, (cluster, { params, query }) => {
    const key = keyOfRead('model', query, params.model_id);
    return shared.read(cluster, key, () => getModel(cluster, params.model_id));
  });
  register(contracts.getModelNodes, async (cluster, { params }) => ({
    nodes: await readModelNodes(cluster, params.model_id),
  }));
}
