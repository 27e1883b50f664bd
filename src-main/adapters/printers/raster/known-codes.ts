import type { Box, Size } from '../../../core/label/box.ts';
import type { SpottedBarcode } from './read-codes.ts';

/** What a look at a part of a page found: its barcodes, in shares of the page, and how fine the look was. */
export interface KnownPart {
  readonly page: number;
  /** In shares of the page. */
  readonly part: Box;
  /** Pixels across the page. */
  readonly widthPixels: number;
  readonly codes: readonly SpottedBarcode[];
  /** Widths of its linear codes' modules, in shares of the page's width; null where they were not measured. */
  readonly modules: readonly number[] | null;
}

const NEARLY = 0.01;
/** A look this much coarser than another sees the same. */
const COARSER = 0.85;

/** A part of the page in shares of it. */
export function shareOf(page: Size, source: Box): Box {
  return {
    left: source.left / page.width,
    top: source.top / page.height,
    width: source.width / page.width,
    height: source.height / page.height,
  };
}

/** The codes of a part, if an earlier look saw all of it as finely as is wanted now; otherwise null. */
export function knownCodes(
  known: readonly KnownPart[],
  page: number,
  part: Box,
  widthPixels: number,
): readonly SpottedBarcode[] | null {
  const look = known.find(
    (seen) => seen.page === page && seen.widthPixels >= widthPixels * COARSER && holds(seen.part, part, NEARLY),
  );
  return look?.codes.filter((code) => holds(part, code.box, NEARLY)) ?? null;
}

/** The widths of a part's modules, if they were measured before. */
export function knownModules(known: readonly KnownPart[], page: number, part: Box): readonly number[] | null {
  const isSame = (seen: Box): boolean => holds(seen, part, NEARLY) && holds(part, seen, NEARLY);
  return known.find((seen) => seen.page === page && seen.modules !== null && isSame(seen.part))?.modules ?? null;
}

function holds(outer: Box, inner: Box, tolerance: number): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.top >= outer.top - tolerance &&
    inner.left + inner.width <= outer.left + outer.width + tolerance &&
    inner.top + inner.height <= outer.top + outer.height + tolerance
  );
}
