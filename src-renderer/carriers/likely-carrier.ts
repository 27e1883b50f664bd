import type { MethodOutput } from '../../src-main/contract/index.ts';

export type Carriers = MethodOutput<'orders.carriers'>;

/**
 * The carrier to begin with: the one of the parcel; then, unless the number speaks against it, the one used last and the
 * one that the platform suggests; then the only one whose numbers look so. Null: the seller chooses.
 */
export function likelyCarrier({ carriers, remembered }: Carriers, current: string | null): string | null {
  const known = carriers.find(({ code }) => code === current);
  if (known !== undefined) return known.code;
  const fitting = carriers.filter(({ fits }) => fits === true);
  const possible = fitting.length > 0 ? fitting : carriers.filter(({ fits }) => fits !== false);
  const pick =
    possible.find(({ code }) => code === remembered) ??
    possible.find(({ isSuggested }) => isSuggested) ??
    (fitting.length === 1 ? fitting[0] : undefined);
  return pick?.code ?? null;
}
