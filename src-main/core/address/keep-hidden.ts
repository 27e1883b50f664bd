import { placeParts, type Address } from './address.ts';

/**
 * The address to keep when a platform reports one again. Platforms hide addresses after a while, whole or in part
 * (name and street gone, city left): while the new one says nothing but what ours says too, ours is kept. Only its
 * phone follows the platform's.
 */
export function keepHidden(ours: Address | null, theirs: Address | null): Address | null {
  if (ours === null || theirs === null) return theirs ?? ours;
  if (!saysNothingNew(ours, theirs)) return theirs;
  return { ...ours, phone: (theirs.phone ?? '').trim() === '' ? ours.phone : theirs.phone };
}

function saysNothingNew(ours: Address, theirs: Address): boolean {
  const known = placeParts(ours);
  return placeParts(theirs).every((part, index) => part === '' || part === known[index]);
}
