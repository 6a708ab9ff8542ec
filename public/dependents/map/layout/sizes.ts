/** Sizes of a map in its own units, which are CSS pixels where it isn't zoomed. */
export const CARD = { width: 240, height: 56 };

/** Between cards of a frame, and between a frame and what is in it. */
export const GAP = 12;

/** What stands above the cards of a frame. */
export const FRAME_HEAD = CARD.height;

/** Between neighbours, and between one layer and the next. */
export const NODE_GAP = 16;
export const LAYER_GAP = 104;
