import type { Order } from '../../core/order/order.ts';

const LONGEST_CODE = 200;

/** A code as the scanner index knows it: no spaces, upper case, so that a wedge scanner's habits do not matter. */
export function normaliseCode(code: string): string {
  return code.replace(/\s+/g, '').toUpperCase().slice(0, LONGEST_CODE);
}

/** Every number that names this order on paper or on a screen, as the seller would read it. Without repeats. */
export function numbersOf({ facts, work }: Pick<Order, 'facts' | 'work'>): string[] {
  const numbers = [facts.remoteId, facts.remoteOrderNumber, facts.trackingNumber, ...facts.scanCodes];
  for (const parcel of [...facts.remoteParcels, ...work.parcels]) numbers.push(parcel.trackingNumber);
  return [...new Set(numbers.filter((number) => number !== null && number !== ''))] as string[];
}

/** The order's rows of the scanner index. */
export function codesOf(order: Pick<Order, 'facts' | 'work'>): string[] {
  return [...new Set(numbersOf(order).map(normaliseCode))].filter((code) => code !== '');
}
