/** Postcode shapes (UPU addressing sheets) of the countries a cross-border seller ships to most. */
const POSTCODES: ReadonlyMap<string, RegExp> = new Map([
  ['AU', /^\d{4}$/],
  ['BR', /^\d{5}-?\d{3}$/],
  ['BY', /^\d{6}$/],
  ['CA', /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/],
  ['CN', /^\d{6}$/],
  ['DE', /^\d{5}$/],
  ['ES', /^\d{5}$/],
  ['FR', /^\d{5}$/],
  ['GB', /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/],
  ['IL', /^\d{7}$/],
  ['IT', /^\d{5}$/],
  ['JP', /^\d{3}-?\d{4}$/],
  ['KG', /^\d{6}$/],
  ['KR', /^\d{5}$/],
  // The old six digits and the alphanumeric code of today are both in use.
  ['KZ', /^(\d{6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d)$/],
  ['NL', /^\d{4} ?[A-Z]{2}$/],
  ['PL', /^\d{2}-?\d{3}$/],
  ['RU', /^\d{6}$/],
  ['SE', /^\d{3} ?\d{2}$/],
  ['UA', /^\d{5}$/],
  ['US', /^\d{5}(-?\d{4})?$/],
  ['UZ', /^\d{6}$/],
]);

/** Parcels go by the address here, and neither buyers nor platforms write a postcode any more (Taobao's exports have none). */
const WITHOUT: readonly string[] = ['CN'];

/**
 * What is wrong with a postcode, or null. `country` is ISO 3166-1 alpha-2; of a country whose shape we do not know
 * nothing is asked. Full-width digits, as Asian keyboards write them, count as digits.
 */
export function postcodeFault(
  country: string | null,
  postcode: string | null,
): 'postcode-missing' | 'postcode-malformed' | null {
  const shape = country === null ? undefined : POSTCODES.get(country);
  if (shape === undefined) return null;
  const text = (postcode ?? '').normalize('NFKC').trim().toUpperCase();
  if (text === '') return WITHOUT.includes(country ?? '') ? null : 'postcode-missing';
  return shape.test(text) ? null : 'postcode-malformed';
}
