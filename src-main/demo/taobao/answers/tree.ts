/**
 * An answer before it is written: a list knows the name of its elements, because the full form wraps it (`{"trades":{"trade":[…]}}`) and
 * the simplified one does not. Ids are bigints. What is null, undefined or an empty list is left out, as the platform does.
 */
export class NamedList {
  readonly element: string;
  readonly items: readonly unknown[];

  constructor(element: string, items: readonly unknown[]) {
    this.element = element;
    this.items = items;
  }
}

export function list(element: string, items: readonly unknown[]): NamedList {
  return new NamedList(element, items);
}

/** Without the wrappers when `isSimple`. Undefined for what is left out. */
export function plainTree(value: unknown, isSimple: boolean): unknown {
  if (value === null || value === undefined) return undefined;
  if (value instanceof NamedList) {
    if (value.items.length === 0) return undefined;
    const items = value.items.map((item) => plainTree(item, isSimple));
    return isSimple ? items : { [value.element]: items };
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, plainTree(inner, isSimple)]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** The same tree as XML, which is what a client gets that forgets `format`. */
export function xmlTree(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof NamedList) {
    if (value.items.length === 0) return '';
    return `<${name} list="true">${value.items.map((item) => xmlTree(value.element, item)).join('')}</${name}>`;
  }
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, part]) => xmlTree(key, part));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escaped(String(value))}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
