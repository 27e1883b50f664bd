import { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { ParcelId } from '../../../core/shared/ids.ts';
import { readKept } from './kept.ts';
import type { OrderShape } from './schema.ts';

const note = z.object({ referenceId: z.string(), sentAtMs: z.number(), told: z.string() });

/**
 * What we know of a parcel at Amazon: its package's id there, when we last tried to tell of it, and what was taken (but for
 * the number); '' when nothing surely was.
 */
export type PackageNote = z.infer<typeof note>;

const pageOf = (parcelId: ParcelId) => `package:${parcelId}`;

export const readPackageNote = async (notebook: Notebook, parcelId: ParcelId): Promise<PackageNote | null> =>
  await readKept(notebook, pageOf(parcelId), note);

export const writePackageNote = async (notebook: Notebook, parcelId: ParcelId, kept: PackageNote): Promise<void> =>
  await notebook.write(pageOf(parcelId), JSON.stringify(kept));

/**
 * A package id for a parcel that has none yet: a positive number as text, unique in its order, because the same id again
 * corrects that package (Orders API v0, confirmShipment). It is the parcel's own number in the order; where somebody else
 * (Seller Central, a label bought) already made a package of that number, one out of the way.
 */
export function newReferenceId(parcelId: ParcelId, { packages }: OrderShape): string {
  const number = /(\d{1,6})$/.exec(parcelId)?.[1]?.replace(/^0+/, '') || '1';
  const isTaken = packages.some((one) => one.packageReferenceId === number);
  return isTaken ? String(1_000_000 + Number(number)) : number;
}
