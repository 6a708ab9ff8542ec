import { without } from './edit_definition';

describe('without', () => {
  it('takes elements out of lists and members out of objects, and leaves the rest', () => {
    const definition = { a: [{ x: 1 }, { y: 2 }, { z: 3 }], b: { c: 4, d: [] } };
    expect(
      without(definition, [
        ['a', 0],
        ['a', 2],
        ['b', 'c'],
      ])
    ).toEqual({
      a: [{ y: 2 }],
      b: { d: [] },
    });
    expect(definition.a).toHaveLength(3);
  });

  it('leaves no list of on_failure empty, and other lists may be', () => {
    const processors = [{ set: { on_failure: [{ a: 1 }] } }];
    expect(without({ processors }, [['processors', 0, 'set', 'on_failure', 0]])).toEqual({
      processors: [{ set: {} }],
    });
    expect(without({ processors }, [['processors', 0]])).toEqual({ processors: [] });
  });
});
