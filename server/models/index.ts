export { getModel } from './get_model';
export { findHoldingNodes, readModelNodes } from './holding_nodes';
export { readInventory } from './inventory';
export { listModels } from './list_models';
