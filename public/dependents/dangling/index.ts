export { DanglingReferences } from './dangling_references';
export { danglingKey } from './use_dangling';
