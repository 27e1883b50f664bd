/** A list that the plain protocol wraps into an object of one key, and `simplify=true` does not. */
export class WrappedList {
  readonly wrapper: string;
  readonly items: readonly unknown[];

  constructor(wrapper: string, items: readonly unknown[]) {
    this.wrapper = wrapper;
    this.items = items;
  }
}

/** `list('aeop_order_item_dto', orders)`; lists of texts and numbers are wrapped as `string` and `number`. */
export function list(wrapper: string, items: readonly unknown[]): WrappedList {
  return new WrappedList(wrapper, items);
}

/** An answer as it goes onto the wire: lists wrapped or not, fields without a value left out. */
export function render(value: unknown, isSimple: boolean): unknown {
  if (value instanceof WrappedList) {
    const items = value.items.map((item) => render(item, isSimple));
    return isSimple ? items : { [value.wrapper]: items };
  }
  if (Array.isArray(value)) return value.map((item) => render(item, isSimple));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, render(inner, isSimple)]));
}
