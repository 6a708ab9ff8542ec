export { drawPicture } from './draw_picture';
export { effectOf } from './line_of';
export type { KindNode, LineStyle, MapEdge, MapNode, Picture, ResourceNode } from './map_node';
export { reachOf } from './reach';
