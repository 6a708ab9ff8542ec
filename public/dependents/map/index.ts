export { DependencyMap } from './dependency_map';
export { Definition } from './panel/definition';
export { useDefinition } from './panel/use_definition';
export { ShowMap } from './show_map';
