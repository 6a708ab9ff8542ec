import { buildGraphView } from './graph_view';
import { mapSvg, type SavedLook, savedSize } from './map_svg';
import { savedMap } from './export_menu';

const LOOK: SavedLook = {
  background: 'white',
  text: 'black',
  subdued: 'grey',
  border: 'grey',
  font: '"Some Sans", sans-serif',
  line: {
    blocks: { color: 'red', attributes: { 'stroke-width': 2 } },
    breaks: { color: 'brown', attributes: { 'stroke-dasharray': '9 5' } },
    possible: { color: 'grey', attributes: {} },
    needs: { color: 'grey', attributes: {} },
  },
};

const EVIL = '</text><script>alert("1")</script>&\u0007';

function saved() {
  const graph = {
    nodes: [
      { kind: 'model', id: 'm1', name: EVIL },
      { kind: 'agent', id: 'a1', name: 'a name that is longer than a card is wide, by far' },
    ],
    edges: [{ from: 'agent/a1', to: 'model/m1', path: 'x', enforcement: 'breaks' as const }],
    coverage: [],
  };
  const places = new Map([
    ['model/m1', { x: 0, y: 0, width: 240, height: 56 }],
    ['agent/a1', { x: 340, y: 100, width: 240, height: 56 }],
  ]);
  return savedMap({ picture: buildGraphView(graph, 'm1', new Set()), places }, EVIL);
}

const parsed = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml');

it('is a document of text and shapes, whatever stands in a name', () => {
  const svg = parsed(mapSvg(saved(), LOOK));
  expect(svg.querySelector('parsererror')).toBeNull();
  expect(svg.querySelector('script')).toBeNull();
  expect(svg.querySelector('g title')?.textContent).toContain('<script>alert("1")</script>&');
});

it('says kind and effect in words, and explains the lines that it has', () => {
  const svg = parsed(mapSvg(saved(), LOOK));
  const texts = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts).toContain('would break · Agent');
  expect(texts.filter((text) => text?.startsWith('Would break'))).toHaveLength(1);
  expect(texts.some((text) => text?.startsWith('Blocks'))).toBe(false);
  expect(svg.querySelectorAll('path[stroke-dasharray="9 5"]')).toHaveLength(2);
});

it('cuts a name to the card, and has the whole of it as a title', () => {
  const svg = parsed(mapSvg(saved(), LOOK));
  const title = 'a name that is longer than a card is wide, by far, would break · Agent';
  const [name] = [...svg.querySelectorAll('title')]
    .filter(({ textContent }) => textContent === title)
    .map(({ parentElement }) => parentElement?.querySelector('text')?.textContent);
  expect(name).toMatch(/^a name that is longer.*…$/);
});

it('is large enough for all that is in it', () => {
  const { x, y, width, height } = savedSize(saved());
  expect(x).toBeLessThan(0);
  expect(y).toBeLessThan(0);
  expect(x + width).toBeGreaterThan(580);
  expect(y + height).toBeGreaterThan(156 + 24);
});
