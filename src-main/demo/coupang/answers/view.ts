import type { CoupangFaults } from '../faults.ts';
import { seoulOffset, seoulPlain } from './seoul-time.ts';

/** The shapes in which the same value has been seen on the wire. */
export interface View {
  money(krw: number): unknown;
  time(atMs: number): string;
}

/** Money as objects and times with an offset (the v5 shapes) unless a fault asks for the others. */
export function viewFor(faults: CoupangFaults): View {
  const hasFractions = faults.has('times-with-fractions');
  return {
    money: (krw) => (faults.has('money-as-numbers') ? krw : { currencyCode: 'KRW', units: krw, nanos: 0 }),
    time: (atMs) => (faults.has('times-plain') ? seoulPlain(atMs) : seoulOffset(atMs, hasFractions)),
  };
}

/** A 64-bit id on the wire: a bare JSON number with every digit, which a client reading doubles will get wrong. */
export function int64(id: string): bigint {
  return BigInt(id);
}
