import type { Enforcement, GraphEdge } from '../../../../common/dependents';
import { ENFORCEMENTS } from '../../../../common/dependents/enforcement';
import type { LineStyle } from './map_node';
import type { Reach } from './reach';

/**
 * What a delete does over an edge. What calls for something else than a model breaks with that, as
 * surely as that does: ML Commons looks at references to models only.
 */
export function effectOf({ certain }: Reach, { to, enforcement }: GraphEdge): Enforcement {
  return enforcement ?? (certain.has(to) ? 'breaks' : 'possible');
}

/** The stronger of two, where there are two. */
export function stronger(one: Enforcement, other: Enforcement | undefined): Enforcement {
  return ENFORCEMENTS.find((level) => level === one || level === other) ?? one;
}

/** How one line is drawn that stands for two. */
export function strongerLine(one: LineStyle, other: LineStyle | undefined): LineStyle {
  return one === 'needs' || other === 'needs' ? one : stronger(one, other);
}
