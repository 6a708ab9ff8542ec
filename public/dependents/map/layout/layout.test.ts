import { buildGraphView } from '../graph_view';
import { bounds, cardsIn, frameSize, meet, type Rect } from './geometry';
import { layoutInWorker } from './layout_in_worker';
import { nextPlace, placesOf, toLayOut } from './places';

function graphOf(pipelines: number) {
  const ids = Array.from({ length: pipelines }, (_, index) => `p${index}`);
  return {
    nodes: [
      { kind: 'model', id: 'm1', name: 'm1' },
      { kind: 'connector', id: 'c1', name: 'c1' },
      { kind: 'index', id: 'i1', name: 'i1' },
      ...ids.map((id) => ({ kind: 'ingest_pipeline', id, name: id })),
    ],
    edges: [
      { from: 'model/m1', to: 'connector/c1', path: 'connector_id', enforcement: null },
      ...ids.map((id) => ({
        from: `ingest_pipeline/${id}`,
        to: 'model/m1',
        path: 'x',
        enforcement: 'blocks' as const,
      })),
      { from: 'index/i1', to: 'ingest_pipeline/p0', path: 'x', enforcement: null },
    ],
    coverage: [],
  };
}

async function placed(pipelines: number, open: string[] = []) {
  const picture = buildGraphView(graphOf(pipelines), 'm1', new Set(open));
  return placesOf(picture, await layoutInWorker(toLayOut(picture)));
}

const FRAME = 'kind/ingest_pipeline/1';

it('lays layers from the left to the right, and nothing over anything else', async () => {
  const places = await placed(12);
  const x = (key: string) => places.get(key)?.x ?? NaN;
  expect(x('connector/c1')).toBeLessThan(x('model/m1'));
  expect(x('model/m1')).toBeLessThan(x('ingest_pipeline/p0'));
  expect(x('ingest_pipeline/p0')).toBeLessThan(x('index/i1'));
  expect(places.size).toBe(15);
  const all = [...places.values()];
  const over = all.filter((one) => all.some((other) => other !== one && meet(one, other)));
  expect(over).toEqual([]);
});

it.each([13, 312, 2_000])('keeps %d cards within their frame, apart from each other', (count) => {
  const frame = { x: 40, y: -20, ...frameSize(count) };
  const cards = cardsIn(frame, count);
  const around = bounds(cards);
  expect(cards).toHaveLength(count);
  expect(new Set(cards.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
  expect(around.x).toBeGreaterThan(frame.x);
  expect(around.y).toBeGreaterThan(frame.y);
  expect(around.x + around.width).toBeLessThan(frame.x + frame.width);
  expect(around.y + around.height).toBeLessThan(frame.y + frame.height);
});

it('makes room for an open kind: what stands behind is behind the whole frame', async () => {
  const places = await placed(40, [FRAME]);
  const frame = places.get(FRAME) as Rect;
  const index = places.get('index/i1') as Rect;
  expect(index.x).toBeGreaterThan(frame.x + frame.width);
  expect(places.has('ingest_pipeline/p39')).toBe(true);
});

describe('going from node to node', () => {
  it('follows layers to the side, and neighbours up and down', async () => {
    const places = await placed(3);
    expect(nextPlace(places, 'model/m1', 'left')).toBe('connector/c1');
    expect(nextPlace(places, 'model/m1', 'right')).toMatch(/^ingest_pipeline/);
    expect(nextPlace(places, 'connector/c1', 'left')).toBeUndefined();
    const inOrder = [...places]
      .filter(([key]) => key.startsWith('ingest_pipeline'))
      .sort(([, a], [, b]) => a.y - b.y)
      .map(([key]) => key);
    const [first = '', second, last = ''] = inOrder;
    expect(nextPlace(places, first, 'down')).toBe(second);
    expect(nextPlace(places, last, 'up')).toBe(second);
    expect(nextPlace(places, last, 'down')).toBeUndefined();
  });

  it('reaches every card of an open kind from its head', async () => {
    const places = await placed(30, [FRAME]);
    const reached = new Set(['model/m1']);
    for (const key of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = nextPlace(places, key, direction);
        if (next !== undefined) reached.add(next);
      }
    }
    expect([...places.keys()].filter((key) => !reached.has(key))).toEqual([]);
  });
});
