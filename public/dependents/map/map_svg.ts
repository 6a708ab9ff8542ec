import { bounds, curve, type Rect } from './layout/geometry';
import type { LineStyle, MapEdge } from './graph_view';

/** The look of a saved map: colours and font as the page has them. */
export interface SavedLook {
  background: string;
  text: string;
  subdued: string;
  border: string;
  font: string;
  line: Record<LineStyle, { color: string; attributes: Record<string, string | number> }>;
}

/** A node of a saved map: a card, or a frame that is drawn under cards. */
export interface SavedNode {
  place: Rect;
  name: string;
  caption: string;
  isFrame: boolean;
}

export interface SavedMap {
  title: string;
  nodes: readonly SavedNode[];
  edges: readonly MapEdge[];
  places: ReadonlyMap<string, Rect>;
  /** What each line means, under the map. */
  legend: ReadonlyArray<{ line: LineStyle; label: string }>;
}

const MARGIN = 32;
const LEGEND_LINE = 24;
/** As many letters of a name and of the caption under it as have room on a card. */
const LETTERS = { name: 28, caption: 34 };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)
      // what XML can't hold, not even escaped

      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
  );
}

function cut(text: string, letters: number): string {
  const all = Array.from(text);
  return all.length > letters ? `${all.slice(0, letters - 1).join('')}…` : text;
}

function written(text: string, x: number, y: number, fill: string, more = ''): string {
  return `<text x="${x}" y="${y}" fill="${fill}" ${more}>${escaped(text)}</text>`;
}

function drawnNode({ place: { x, y, width, height }, ...node }: SavedNode, look: SavedLook) {
  const letters = (most: number) => (node.isFrame ? 200 : most);
  return [
    `<g><title>${escaped(`${node.name}, ${node.caption}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${look.background}" stroke="${look.border}"/>`,
    written(cut(node.name, letters(LETTERS.name)), x + 12, y + 24, look.text, 'font-weight="600"'),
    written(
      cut(node.caption, letters(LETTERS.caption)),
      x + 12,
      y + 42,
      look.subdued,
      'font-size="12"'
    ),
    '</g>',
  ].join('');
}

function drawnPath(d: string, line: LineStyle, look: SavedLook): string {
  const { color, attributes } = look.line[line];
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<path d="${d}" fill="none" stroke="${color}" ${written.join(' ')}/>`;
}

/** How large a saved map is, with its legend, in CSS pixels. */
export function savedSize({ nodes, legend }: SavedMap): Rect {
  const { x, y, width, height } = bounds(nodes.map(({ place }) => place));
  return {
    x: x - MARGIN,
    y: y - MARGIN,
    width: Math.max(width, 480) + 2 * MARGIN,
    height: height + 3 * MARGIN + legend.length * LEGEND_LINE,
  };
}

/** A map as an SVG document of its own: everything in it is text and shapes. */
export function mapSvg(map: SavedMap, look: SavedLook): string {
  const { x, y, width, height } = savedSize(map);
  const lines = map.edges.flatMap(({ from, to, line }) => {
    const [start, end] = [map.places.get(from), map.places.get(to)];
    return start && end ? [drawnPath(curve(start, end), line, look)] : [];
  });
  const under = y + height - MARGIN - (map.legend.length - 1) * LEGEND_LINE;
  const legend = map.legend.flatMap(({ line, label }, index) => {
    const at = under + index * LEGEND_LINE;
    return [
      drawnPath(`M${x + MARGIN},${at - 4}h40`, line, look),
      written(label, x + MARGIN + 56, at, look.text, 'font-size="12"'),
    ];
  });
  const frames = map.nodes.filter(({ isFrame }) => isFrame);
  const cards = map.nodes.filter(({ isFrame }) => !isFrame);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${escaped(look.font)}" font-size="14">`,
    `<title>${escaped(map.title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${look.background}"/>`,
    ...frames.map((node) => drawnNode(node, look)),
    ...lines,
    ...cards.map((node) => drawnNode(node, look)),
    ...legend,
    '</svg>',
  ].join('\n');
}
