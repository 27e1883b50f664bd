import { invalidInput } from '../refusal.ts';
import type { PackageFacts } from '../order.ts';

/** Only formats that are public and certain; a carrier that is not here takes any number. */
const formats: readonly (readonly [carrier: RegExp, number: RegExp])[] = [
  [/^ups$/iu, /^1Z[0-9A-Z]{16}$/u],
  [/^(china post|eub)$/iu, /^[A-Z]{2}\d{9}CN$/u],
];

/** The platform compares a number with its carrier (announced for feeds; taken here for the API too). Throws the platform's 400. */
export function checkTrackingNumber(facts: PackageFacts): void {
  const carrier = facts.carrierCode.toLowerCase() === 'other' ? facts.carrierName : facts.carrierCode;
  const format = formats.find(([name]) => name.test(carrier));
  if (format === undefined || format[1].test(facts.trackingNumber)) return;
  throw invalidInput(
    `The tracking ID ${facts.trackingNumber} for ${carrier} does not match the expected format for the carrier.`,
  );
}
