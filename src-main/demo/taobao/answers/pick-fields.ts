import { invalid } from '../refusal.ts';
import { list, NamedList } from './tree.ts';

/** What an API can answer: names, and for a name with children their names. */
export interface KnownFields {
  readonly own: ReadonlySet<string>;
  readonly nested: Readonly<Record<string, ReadonlySet<string>>>;
}

export function knownFields(own: string, nested: Readonly<Record<string, string>> = {}): KnownFields {
  const names = Object.entries(nested).map(([name, text]): [string, ReadonlySet<string>] => [name, words(text)]);
  return { own: words(own), nested: Object.fromEntries(names) };
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** The names that `fields` asks for, children under their parent; `null` means all of them. */
export type WantedFields = ReadonlyMap<string, ReadonlySet<string> | null>;

/** Reads `fields`: `tid,status,orders` or `orders.oid`. Refuses a name that the API does not answer, unless told to leave it out. */
export function readWanted(fields: readonly string[], known: KnownFields, refusesUnknown: boolean): WantedFields {
  const wanted = new Map<string, Set<string> | null>();
  for (const field of fields) {
    const [parent = '', child] = field.split('.');
    const children = known.nested[parent];
    const isKnown =
      child === undefined ? known.own.has(parent) || children !== undefined : children?.has(child) === true;
    if (!isKnown) {
      if (refusesUnknown) throw invalid('fields', `接口不支持返回字段 ${field}`);
      continue;
    }
    const before = wanted.get(parent);
    if (child === undefined || before === null) wanted.set(parent, null);
    else wanted.set(parent, (before ?? new Set()).add(child));
  }
  return wanted;
}

/** What was asked for and is known, out of everything there is. */
export function pickFields(
  full: Record<string, unknown>,
  wanted: WantedFields,
  known: KnownFields,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, children] of wanted) {
    const value = full[name];
    const names = children ?? known.nested[name];
    picked[name] = value instanceof NamedList && names !== undefined ? pickItems(value, names) : value;
  }
  return picked;
}

function pickItems(value: NamedList, names: ReadonlySet<string>): NamedList {
  return list(
    value.element,
    value.items.map((item) => Object.fromEntries(Object.entries(Object(item)).filter(([key]) => names.has(key)))),
  );
}
