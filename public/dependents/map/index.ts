export { DependencyMap } from './dependency_map';
export { Definition } from './panel/definition';
export { useDefinition } from './panel/use_definition';
