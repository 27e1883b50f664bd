/** Turns an untrusted value into a known shape, or throws DecodeFault naming the place. */
export type Decoder<T> = (value: unknown, path: string) => T;

/** A stored value is not what it must be. Holds the place and the expectation, never the value: it may be a buyer's. */
export class DecodeFault extends Error {
  constructor(path: string, expected: string) {
    super(`${path} is not ${expected}`);
    this.name = 'DecodeFault';
  }
}

export const text: Decoder<string> = (value, path) => {
  if (typeof value !== 'string') throw new DecodeFault(path, 'a text');
  return value;
};

/** One of our ids; the brand is taken on trust, since the database only holds ids that were branded when written. */
export function id<Id extends string>(): Decoder<Id> {
  return (value, path) => text(value, path) as Id;
}

export const integer: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new DecodeFault(path, 'a whole number');
  return value;
};

export const number: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new DecodeFault(path, 'a number');
  return value;
};

export const truth: Decoder<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new DecodeFault(path, 'true or false');
  return value;
};

/** A truth kept as 0 or 1, as SQLite has no booleans. */
export const flag: Decoder<boolean> = (value, path) => {
  if (value !== 0 && value !== 1) throw new DecodeFault(path, '0 or 1');
  return value === 1;
};

export const bytes: Decoder<Uint8Array> = (value, path) => {
  if (!(value instanceof Uint8Array)) throw new DecodeFault(path, 'bytes');
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
};

/** A missing key counts as null, so that rows written before a field existed stay readable. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === null || value === undefined ? null : decoder(value, path));
}

/** What a key that is missing, in a row written before it existed, stands for. */
export function withDefault<T>(decoder: Decoder<T>, missing: T): Decoder<T> {
  return (value, path) => (value === undefined ? missing : decoder(value, path));
}

export function oneOf<const T extends string | number>(values: readonly T[]): Decoder<T> {
  return (value, path) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw new DecodeFault(path, `one of ${values.join(', ')}`);
    return found;
  };
}

export function list<T>(decoder: Decoder<T>): Decoder<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new DecodeFault(path, 'a list');
    return value.map((item, index) => decoder(item, `${path}[${index}]`));
  };
}

export function record<T>(decoder: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, path) => {
    const entries = Object.entries(plainObject(value, path));
    return Object.fromEntries(entries.map(([key, item]) => [key, decoder(item, `${path}.${key}`)]));
  };
}

export type Fields<T> = { readonly [Key in keyof T]-?: Decoder<T[Key]> };

/** Exactly the named fields; others are dropped. */
export function object<T extends object>(fields: Fields<T>): Decoder<T> {
  const entries = Object.entries<Decoder<unknown>>(fields);
  return (value, path) => {
    const source = plainObject(value, path);
    const result: Record<string, unknown> = {};
    for (const [key, decoder] of entries) result[key] = decoder(source[key], `${path}.${key}`);
    return result as T;
  };
}

/** A union told apart by its `kind`. */
export function byKind<Union extends { readonly kind: string }>(members: {
  readonly [Kind in Union['kind']]: Fields<Omit<Extract<Union, { readonly kind: Kind }>, 'kind'>>;
}): Decoder<Union> {
  const decoders = new Map<string, Decoder<object>>();
  for (const [kind, fields] of Object.entries<Fields<object>>(members)) decoders.set(kind, object(fields));
  return (value, path) => {
    const kind = text(plainObject(value, path)['kind'], `${path}.kind`);
    const decoder = decoders.get(kind);
    if (decoder === undefined) throw new DecodeFault(`${path}.kind`, 'a known kind');
    return { kind, ...decoder(value, path) } as Union;
  };
}

/** A column that holds JSON text. */
export function json<T>(decoder: Decoder<T>): Decoder<T> {
  return (value, path) => {
    const source = text(value, path);
    let parsed: unknown;
    try {
      parsed = JSON.parse(source);
    } catch {
      throw new DecodeFault(path, 'JSON');
    }
    return decoder(parsed, path);
  };
}

function plainObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DecodeFault(path, 'an object');
  return value as Readonly<Record<string, unknown>>;
}
