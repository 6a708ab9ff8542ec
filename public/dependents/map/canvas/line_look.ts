import type { LineStyle } from '../picture';

interface LineLook {
  /** OUI's class that sets the text colour, which the line takes. */
  className: string;
  width: number;
  /** SVG's `stroke-dasharray`. */
  dash?: string;
  round?: true;
}

/** Told apart without colour: solid, dashed, dotted, dash and dot. */
export const LINE_LOOKS: Record<LineStyle, LineLook> = {
  blocks: { className: 'euiTextColor euiTextColor--danger', width: 2.5 },
  breaks: { className: 'euiTextColor euiTextColor--warning', width: 2, dash: '9 5' },
  possible: { className: 'euiTextColor euiTextColor--subdued', width: 3, dash: '0 7', round: true },
  needs: { className: 'euiTextColor euiTextColor--subdued', width: 1.5, dash: '12 4 2 4' },
};

/** The SVG attributes of a line; thicker where it belongs to what is chosen. */
export function lineAttributes(line: LineStyle, isStrong = false) {
  const { width, dash, round } = LINE_LOOKS[line];
  return {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: isStrong ? width + 1.5 : width,
    ...(dash && { strokeDasharray: dash }),
    ...(round && { strokeLinecap: 'round' as const }),
  };
}
