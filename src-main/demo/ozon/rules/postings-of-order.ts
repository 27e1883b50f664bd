import type { OzonPosting, PostingLine } from '../posting.ts';
import type { WorldStore } from '../store.ts';

/** `0208245774-0029-1` is the first posting of its order; the next free suffix follows what is there or promised. */
export function nextPostingNumbers(store: WorldStore, orderNumber: string, count: number): string[] {
  let last = 0;
  for (const posting of store.world.postings) {
    if (posting.orderNumber !== orderNumber) continue;
    const promised = posting.script.flatMap((change) => change.shipped?.parts.map((part) => part.postingNumber) ?? []);
    for (const number of [posting.postingNumber, ...promised]) last = Math.max(last, suffixOf(number));
  }
  return Array.from({ length: count }, (_, index) => `${orderNumber}-${last + 1 + index}`);
}

function suffixOf(postingNumber: string): number {
  const suffix = Number(postingNumber.slice(postingNumber.lastIndexOf('-') + 1));
  return Number.isSafeInteger(suffix) ? suffix : 0;
}

/** A posting split off another one: same order and buyer, its own number, barcodes and lines. */
export function childPosting(parent: OzonPosting, postingNumber: string, lines: PostingLine[]): OzonPosting {
  const suffix = suffixOf(postingNumber);
  return {
    ...structuredClone(parent),
    postingNumber,
    parentPostingNumber: parent.postingNumber,
    scanit: `${parent.scanit}${suffix}`,
    upperBarcode: `${parent.upperBarcode}${suffix}`,
    lowerBarcode: `${parent.lowerBarcode}${suffix}`,
    lines,
    script: [],
    failsNextShip: false,
  };
}

/** What is left of the lines once `taken` pieces of each SKU are gone. */
export function linesWithout(lines: readonly PostingLine[], taken: ReadonlyMap<string, number>): PostingLine[] {
  return lines
    .map((line) => ({ ...line, quantity: line.quantity - (taken.get(line.sku) ?? 0) }))
    .filter((line) => line.quantity > 0);
}

/** The lines that hold exactly `wanted` pieces of each SKU. */
export function linesWith(lines: readonly PostingLine[], wanted: ReadonlyMap<string, number>): PostingLine[] {
  return lines.map((line) => ({ ...line, quantity: wanted.get(line.sku) ?? 0 })).filter((line) => line.quantity > 0);
}
