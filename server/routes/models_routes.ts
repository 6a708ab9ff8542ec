import { contracts } from '../../common/http';
import { getModel, listModels, readInventory } from '../models';
import type { RegisterRoute } from './route_registrar';

export function registerModelsRoutes(register: RegisterRoute): void {
  register(contracts.listModels, async (cluster, { query }) =>
    listModels(await readInventory(cluster), query)
  );
  register(contracts.getModel, (cluster, { params }) => getModel(cluster, params.model_id));
}
