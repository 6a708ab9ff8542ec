export { getModel } from './get_model';
export { readInventory } from './inventory';
export { listModels } from './list_models';
