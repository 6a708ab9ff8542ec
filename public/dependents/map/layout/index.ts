export { curve } from './curve';
export { layOutAside } from './lay_out_aside';
export { nextPlace } from './next_place';
export type { Direction } from './next_place';
export { placesOf, toLayOut } from './places';
export { bounds, meet } from './rect';
export type { Rect } from './rect';
export { CARD, FRAME_HEAD } from './sizes';
