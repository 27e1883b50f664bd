const MARK = 'file-';

/**
 * An id for a line that the file gives none: made of what the line is, so that the same line has it in every file,
 * whatever the order of the rows.
 */
export function syntheticLineId(sku: string | null, title: string, variant: string | null): string {
  return `${MARK}${fnv1a([sku ?? '', sku === null ? title : '', variant ?? ''].join('\n'))}`;
}

/** True for an id that the app made, not the platform. */
export function isSyntheticId(id: string): boolean {
  return id.startsWith(MARK);
}

/** FNV-1a, 32 bits, in hexadecimal: to tell the few lines of one order apart. */
function fnv1a(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const character of text.normalize('NFKC')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
