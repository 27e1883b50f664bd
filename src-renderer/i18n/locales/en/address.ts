import type { WithSingular } from '../../locale-shape.ts';
import type { address as source } from '../zh-CN/address.ts';

export const address: WithSingular<typeof source> = {
  correct: 'Correct the address',
  title: 'Correct the address',
  hint: 'Labels made here and the checks use it. The platform keeps its own.',
  reading: 'Reading the full address',
  corrected: 'Corrected by you',
  original: "The platform's own",
  back: "Back to the platform's",
  save: 'Use this address',
  fine: 'No fault found',
  field: {
    name: 'Name',
    phone: 'Phone',
    street: 'Street and house',
    streetHint: 'One part a line, at most 6',
    city: 'City',
    region: 'Region or state',
    postcode: 'Postcode',
    country: 'Country or region',
    countryNone: 'Not given',
  },
  postcodeLike: 'Like {{example}}',
  fault: {
    nameMissing: 'No name',
    streetMissing: 'No street',
    streetTooLong: 'At most 6 lines of 200 letters',
  },
};
