import { placeParts, type Address } from './address.ts';

/**
 * The address to keep when a platform reports one again. Platforms hide addresses after a while, whole or in part
 * (name and street gone or behind asterisks, city left): while the new one says nothing but what ours says too, ours is
 * kept. Only its phone follows the platform's, unless that is hidden.
 */
export function keepHidden(ours: Address | null, theirs: Address | null): Address | null {
  if (ours === null || theirs === null) return theirs ?? ours;
  if (!saysNothingNew(placeParts(theirs), placeParts(ours))) return theirs;
  const phone = (theirs.phone ?? '').trim();
  const isHidden = phone === '' || (hasMask(phone) && ours.phone !== null);
  return { ...ours, phone: isHidden ? ours.phone : theirs.phone };
}

/**
 * True when a label that was made for this address key (as addressKey) still goes to the address: the key may be of the
 * masked address, and the address of today the one in full.
 */
export function isLabelledFor(key: string, address: Address): boolean {
  const parts = placeParts(address);
  return key === parts.join('\n') || (hasMask(key) && saysNothingNew(key.split('\n'), parts));
}

/** True when stars or dots stand in the place of a part that a parcel needs. */
export function hasHiddenPart({ name, phone, lines, city, region, postcode }: Address): boolean {
  return [name, phone ?? '', ...lines, city ?? '', region ?? '', postcode ?? ''].some((part) => /[*＊•]/.test(part));
}

function saysNothingNew(parts: readonly string[], known: readonly string[]): boolean {
  return parts.every((part, index) => part === '' || fits(part, known[index] ?? ''));
}

/** True when the text is the known one, or what is left of it where asterisks hide the rest. */
function fits(part: string, known: string): boolean {
  if (!hasMask(part)) return part === known;
  const shown = part.split(/[*＊]+/).map((piece) => piece.trim());
  const [first = ''] = shown;
  const last = shown.at(-1) ?? '';
  if (!known.startsWith(first) || !known.endsWith(last) || first.length + last.length > known.length) return false;
  const middle = known.slice(first.length, known.length - last.length);
  let place = 0;
  return shown.slice(1, -1).every((piece) => {
    const at = middle.indexOf(piece, place);
    place = at + piece.length;
    return at !== -1;
  });
}

const hasMask = (text: string): boolean => /[*＊]/.test(text);
