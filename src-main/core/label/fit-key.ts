/** Pages whose sizes differ by less than this are of one look, in millimetres: producers round. */
const ROUND_MM = 2;

/**
 * What a seller's cut is remembered for: one platform, one carrier ('' when nobody says) and one page size. Sizes in
 * millimetres, taken in steps of two.
 */
export function fitKey(
  platform: string,
  carrier: string | null,
  page: { readonly widthMm: number; readonly heightMm: number },
): string {
  const step = (lengthMm: number): number => Math.round(lengthMm / ROUND_MM) * ROUND_MM;
  const name = (carrier ?? '').trim().toLowerCase().replaceAll('|', ' ');
  return `${platform}|${name}|${step(page.widthMm)}x${step(page.heightMm)}`;
}
