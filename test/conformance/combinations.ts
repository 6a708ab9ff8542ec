import type { Shape } from './shape';

/** One model, and all that uses it. */
export interface Case {
  name: string;
  shapes: readonly Shape[];
}

function together(shapes: readonly Shape[]): Case {
  return { name: shapes.map(({ id }) => id).join(' + '), shapes };
}

export function alone(shapes: readonly Shape[]): Case[] {
  return shapes.map((shape) => together([shape]));
}

/** Every two of them. */
export function pairs(shapes: readonly Shape[]): Case[] {
  return shapes.flatMap((first, at) =>
    shapes.slice(at + 1).map((second) => together([first, second]))
  );
}

/** Numbers from 0 up to 1, the same for a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many combinations of four to six of the shapes. */
export function randomCombinations(shapes: readonly Shape[], count: number, seed: number): Case[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () => {
    const left = [...shapes];
    const size = 4 + Math.floor(next() * 3);
    const taken = Array.from({ length: size }, () =>
      left.splice(Math.floor(next() * left.length), 1)
    );
    return together(taken.flat());
  });
}
