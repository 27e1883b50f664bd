import { labelKindOf } from '../labels/label-file.ts';

/** What becomes of files that were dropped on the open order. */
export interface FilePlan {
  /** Goes onto the order as its label. */
  readonly label: File | null;
  /** Could be either: the seller says. */
  readonly ask: File | null;
  /** Kept with the order. */
  readonly keep: readonly File[];
}

/**
 * Sorts files that fell somewhere on the order: printer language can only be a label, a single PDF may be one, all else
 * is kept. `canTakeLabel` is false for an order that has left the board.
 */
export async function sortFiles(files: readonly File[], canTakeLabel: boolean): Promise<FilePlan> {
  const [first, ...others] = files;
  if (first === undefined || others.length > 0 || !canTakeLabel) return { label: null, ask: null, keep: files };
  const kind = await labelKindOf(first);
  if (kind === 'zpl') return { label: first, ask: null, keep: [] };
  return kind === 'pdf' ? { label: null, ask: first, keep: [] } : { label: null, ask: null, keep: files };
}
