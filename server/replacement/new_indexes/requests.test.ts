import { calledPipelines, withCopies } from './copied_pipelines';
import { type IndexMove, vectorTargets } from './moved_index';
import { copyRequests, deleteRequests, switchRequests } from './requests';

const OLD = 'Old0123456789abcdefg';

function aMove(over: Partial<IndexMove> = {}): IndexMove {
  return {
    index: 'books',
    newIndex: 'books-8',
    definition: { aliases: {}, mappings: {}, settings: { index: {} } },
    targets: new Set(['vector']),
    vectors: { dimension: '8', spaceType: null },
    copies: new Map(),
    documents: 2,
    ...over,
  };
}

const vector = { type: 'knn_vector', dimension: 4 };

/** The bodies of the requests that make the new index and copy the documents. */
function bodiesOf(move: IndexMove) {
  const [, create, reindex] = copyRequests(move).map(({ body }) => body);
  return { create, reindex };
}

describe('the fields with vectors of a model', () => {
  it.each([
    [
      'in full, or beside what is embedded',
      { text_embedding: { model_id: OLD, field_map: { title: 'v', 'book.text': 'book.v' } } },
      ['v', 'book.v'],
    ],
    [
      'in a field map of several levels',
      { text_embedding: { model_id: OLD, field_map: { book: { text: 'v' } } } },
      ['book.v'],
    ],
    [
      'of images',
      { text_image_embedding: { model_id: OLD, embedding: 'v', field_map: { text: 't' } } },
      ['v'],
    ],
    [
      'that a call of any model gives, also in another processor',
      {
        foreach: {
          processor: { ml_inference: { model_id: OLD, output_map: [{ v: '$.data' }, { w: 'x' }] } },
        },
      },
      ['v', 'w'],
    ],
  ])('are found %s', (_, processor, expected) => {
    expect(vectorTargets({ processors: [processor] }, OLD)).toEqual(
      expect.arrayContaining(expected)
    );
  });

  it('are none of another model, and none that only says what is embedded', () => {
    const field_map = { title: 'v' };
    const another = { text_embedding: { model_id: 'another', field_map } };
    expect(vectorTargets({ processors: [another] }, OLD)).toEqual([]);
    const own = { text_embedding: { model_id: OLD, field_map } };
    expect(vectorTargets({ processors: [own] }, OLD)).not.toContain('title');
  });
});

describe('a new index', () => {
  it('has the dimension where vectors of the model are, and everything else as it was', () => {
    const { create, reindex } = bodiesOf(
      aMove({
        targets: new Set(['vector', 'book.v']),
        definition: {
          mappings: {
            dynamic: 'strict',
            properties: {
              ...{ vector, other: vector, text: { type: 'text' } },
              book: { properties: { v: { ...vector, method: { engine: 'lucene' } }, n: {} } },
            },
          },
          settings: { index: { knn: 'true', number_of_shards: '3' } },
        },
      })
    );
    expect(create).toEqual({
      settings: { index: { knn: 'true', number_of_shards: '3' } },
      mappings: {
        dynamic: 'strict',
        properties: {
          ...{ vector: { ...vector, dimension: 8 }, other: vector, text: { type: 'text' } },
          book: {
            properties: { v: { ...vector, dimension: 8, method: { engine: 'lucene' } }, n: {} },
          },
        },
      },
    });
    expect(reindex).toMatchObject({ source: { _source: { excludes: ['vector', 'book.v'] } } });
  });

  it('has the space type that the model says, where the field has one', () => {
    const method = { name: 'hnsw', space_type: 'l2' };
    const fields = { vector: { ...vector, method }, w: { ...vector, space_type: 'l2' }, x: vector };
    const { create } = bodiesOf(
      aMove({
        targets: new Set(['vector', 'w', 'x']),
        vectors: { dimension: '4', spaceType: 'innerproduct' },
        definition: { mappings: { properties: fields } },
      })
    );
    expect(create?.mappings).toEqual({
      properties: {
        vector: { ...vector, method: { name: 'hnsw', space_type: 'innerproduct' } },
        w: { ...vector, space_type: 'innerproduct' },
        x: vector,
      },
    });
  });

  it('has what semantic fields give made anew, under its own name too', () => {
    const semantic = { type: 'semantic', model_id: 'new' };
    const properties = {
      a: semantic,
      a_semantic_info: { properties: { embedding: vector } },
      b: { ...semantic, semantic_info_field_name: 'of_b' },
      of_b: { properties: { embedding: vector } },
      // beside no semantic field
      c_semantic_info: { type: 'keyword' },
    };
    const { create, reindex } = bodiesOf(aMove({ definition: { mappings: { properties } } }));
    const { a, b, c_semantic_info } = properties;
    expect(create?.mappings).toEqual({ properties: { a, b, c_semantic_info } });
    expect(reindex).toMatchObject({
      source: { _source: { excludes: ['a_semantic_info', 'of_b'] } },
    });
  });

  it('is made without what OpenSearch notes of an index, and what is copied runs through copies only', () => {
    const index = {
      ...{ uuid: 'u', creation_date: '1', version: { created: '1' }, provided_name: 'books' },
      ...{ blocks: { write: 'true' }, history: { uuid: 'h' }, resize: {} },
      ...{ default_pipeline: 'embed', final_pipeline: 'count', refresh_interval: '5s' },
    };
    const plain = bodiesOf(aMove({ definition: { settings: { index } } }));
    expect(plain.create?.settings).toEqual({
      index: { default_pipeline: 'embed', refresh_interval: '5s' },
    });
    expect(plain.reindex).toMatchObject({ dest: { pipeline: '_none' } });
    const copies = new Map([
      ['embed', 'embed-8'],
      ['count', 'count-8'],
    ]);
    const copied = bodiesOf(aMove({ definition: { settings: { index } }, copies }));
    expect(copied.create?.settings).toMatchObject({ index: { final_pipeline: 'count-8' } });
    expect(copied.reindex).toMatchObject({ dest: { pipeline: 'embed-8' } });
  });
});

describe('the switch to new indexes', () => {
  it('points all aliases at once, each with its filter, and takes names that have none', () => {
    const filter = { term: { year: 2026 } };
    const moves = [
      aMove({ definition: { aliases: { library: { is_write_index: true }, new: { filter } } } }),
      aMove({ index: 'films', newIndex: 'films-8' }),
    ];
    const bodies = switchRequests(moves).map(({ body }) => body);
    expect(bodies).toEqual([
      {
        actions: [
          { remove: { index: 'books', alias: 'library' } },
          { add: { index: 'books-8', alias: 'library', is_write_index: true } },
          { remove: { index: 'books', alias: 'new' } },
          { add: { index: 'books-8', alias: 'new', filter } },
        ],
      },
      {
        actions: [
          { remove_index: { index: 'films' } },
          { add: { index: 'films-8', alias: 'films' } },
        ],
      },
    ]);
    // what has its name already is deleted
    const deleted = deleteRequests(moves, new Map([['embed', 'embed-8']]));
    expect(deleted.map(({ method, path }) => `${method ?? ''} ${path ?? ''}`)).toEqual([
      'POST /_aliases',
      'DELETE /_ingest/pipeline/embed-8',
    ]);
    expect(deleted[0]?.body).toMatchObject({ actions: [{ remove_index: { index: 'books' } }, {}] });
  });
});

describe('copies of pipelines', () => {
  it('run one another, also where one fails or in each of a list', () => {
    const call = (name: string) => ({ pipeline: { name, if: 'ctx.a' } });
    const outer = {
      processors: [call('embed'), { foreach: { processor: call('embed') } }],
      on_failure: [call('other')],
    };
    expect(calledPipelines(outer)).toEqual(['embed', 'embed', 'other']);
    expect(withCopies(outer, new Map([['embed', 'embed-8']]))).toEqual({
      processors: [call('embed-8'), { foreach: { processor: call('embed-8') } }],
      on_failure: [call('other')],
    });
  });
});
