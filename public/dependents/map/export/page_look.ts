import { LINE_LOOKS } from '../canvas/line_look';
import type { LineStyle } from '../picture';
import type { SavedLook } from './map_svg';

/** What the page's own style sheets make of some classes of OUI, within an element of the page. */
function styleOf(className: string, within: Element): CSSStyleDeclaration {
  const probe = document.createElement('div');
  probe.className = className;
  within.appendChild(probe);
  const { color, backgroundColor, borderTopColor, fontFamily } = getComputedStyle(probe);
  const style = { color, backgroundColor, borderTopColor, fontFamily } as CSSStyleDeclaration;
  probe.remove();
  return style;
}

/** The colours and the font of the page's theme, for a map that is saved. */
export function pageLook(within: Element): SavedLook {
  const text = styleOf('euiText', within);
  const panel = styleOf('euiPanel euiPanel--plain euiPanel--hasBorder', within);
  const line = (style: LineStyle) => {
    const { className, width, dash, round } = LINE_LOOKS[style];
    return {
      color: styleOf(className, within).color,
      attributes: {
        'stroke-width': width,
        ...(dash && { 'stroke-dasharray': dash }),
        ...(round && { 'stroke-linecap': 'round' }),
      },
    };
  };
  return {
    background: panel.backgroundColor,
    border: panel.borderTopColor,
    text: text.color,
    subdued: styleOf('euiTextColor euiTextColor--subdued', within).color,
    font: text.fontFamily,
    line: {
      blocks: line('blocks'),
      breaks: line('breaks'),
      possible: line('possible'),
      needs: line('needs'),
    },
  };
}
