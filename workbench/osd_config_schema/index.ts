import { z } from 'zod';

/** A schema as the platform knows it: it checks for the mark before it takes one from a plugin. */
export interface Type<T> {
  readonly __isOsdConfigSchemaType: true;
  /** @throws Error `[<namespace>.<path>]: …` where the value doesn't fit */
  validate(value: unknown, context?: object, namespace?: string): T;
  /** What the schema of an object is made of. */
  readonly parser: z.ZodType<T>;
}

export type TypeOf<S extends Type<unknown>> = ReturnType<S['validate']>;

type Properties = Record<string, Type<unknown>>;
type ObjectOf<P extends Properties> = { [Key in keyof P]: TypeOf<P[Key]> };

/** The part of the platform's `schema` that the plugin uses, with its messages' shape. */
export const schema = {
  boolean: ({ defaultValue }: { defaultValue: boolean }): Type<boolean> =>
    typeOf(z.boolean().default(defaultValue)),

  /** As in the platform, an object that isn't there has the defaults of its properties. */
  object: <P extends Properties>(properties: P): Type<ObjectOf<P>> => {
    const shape = Object.fromEntries(
      Object.entries(properties).map(([key, { parser }]) => [key, parser])
    );
    const parser = z.preprocess((value) => value ?? {}, z.strictObject(shape));
    return typeOf(parser as z.ZodType<unknown> as z.ZodType<ObjectOf<P>>);
  },
};

function typeOf<T>(parser: z.ZodType<T>): Type<T> {
  return {
    __isOsdConfigSchemaType: true,
    parser,
    validate(value, _context, namespace = '') {
      const { success, data, error } = parser.safeParse(value);
      if (success) return data;
      const [issue] = error.issues;
      const path = [namespace, ...(issue?.path ?? [])].filter((step) => step !== '').join('.');
      throw new Error(`[${path}]: ${issue?.message ?? 'not valid'}`);
    },
  };
}
