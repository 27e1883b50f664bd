import { addressKey, type Address } from '../address/address.ts';
import { hasHiddenPart } from '../address/keep-hidden.ts';
import type { CommandOf } from './commands.ts';
import { accepted, refused, type Decision } from './decision.ts';
import { isHandedOver, isLabelled } from './lane-of.ts';
import type { Order } from './order.ts';
import { shipTo } from './ship-to.ts';

/** What stands in both lists is put on. */
export function decideTag({ work }: Order, { add, remove }: CommandOf<'tag'>, atMs: number): Decision {
  const added = [...new Set(add)].filter((tag) => !work.tags.includes(tag));
  const removed = [...new Set(remove)].filter((tag) => work.tags.includes(tag) && !add.includes(tag));
  if (added.length + removed.length === 0) return refused('nothing-changes');
  return accepted([{ kind: 'tagged', atMs, added, removed }]);
}

/**
 * Where the platform shows no address there is nothing to correct: it makes the label itself. A masked one may be
 * replaced, by an address in full.
 */
export function decideCorrection(order: Order, command: CommandOf<'correct-address'>, atMs: number): Decision {
  const { address: theirs } = order.facts;
  if (isHandedOver(order)) return refused('already-handed-over');
  if (theirs === null) return refused('address-hidden');
  const wanted = command.address === null ? null : tidied(command.address);
  if (wanted !== null && hasHiddenPart(wanted)) return refused('address-hidden');
  if (wanted === null || isSame(wanted, theirs)) {
    return order.work.correctedAddress === null
      ? refused('nothing-changes')
      : accepted([{ kind: 'address-corrected', atMs, corrected: null }]);
  }
  const now = shipTo(order);
  if (now !== null && isSame(wanted, now)) return refused('nothing-changes');
  const corrected = { address: wanted, correctedFrom: addressKey(theirs) };
  return accepted([{ kind: 'address-corrected', atMs, corrected }]);
}

export function decidePromise(order: Order, { untilMs }: CommandOf<'promise'>, atMs: number): Decision {
  if (untilMs === order.work.promisedMs) return refused('nothing-changes');
  if (untilMs === null) return accepted([{ kind: 'promised', atMs, untilMs }]);
  if (isHandedOver(order)) return refused('already-handed-over');
  return untilMs <= atMs ? refused('nothing-changes') : accepted([{ kind: 'promised', atMs, untilMs }]);
}

/** The order's own part of it; whether the two may travel together is for whoever sees both (one-parcel.ts). */
export function decideJoin(order: Order, { lead }: CommandOf<'join'>, atMs: number): Decision {
  if (lead === order.work.shipsWith) return refused('nothing-changes');
  if (lead === order.id) return refused('merge-not-allowed');
  if (isHandedOver(order)) return refused('already-handed-over');
  // The goods lie in one box with one label: only undo gives each its own again.
  if (isLabelled(order)) return refused('merge-already-labelled');
  return accepted([{ kind: 'joined', atMs, shipsWith: lead }]);
}

/** Spaces around, empty lines and empty texts say nothing. */
function tidied({ name, phone, lines, city, region, postcode, country }: Address): Address {
  const text = (value: string | null): string | null => {
    const plain = (value ?? '').trim();
    return plain === '' ? null : plain;
  };
  return {
    name: name.trim(),
    phone: text(phone),
    lines: lines.map((line) => line.trim()).filter((line) => line !== ''),
    city: text(city),
    region: text(region),
    postcode: text(postcode),
    country: text(country)?.toUpperCase() ?? null,
  };
}

const isSame = (left: Address, right: Address): boolean =>
  addressKey(left) === addressKey(right) && (left.phone ?? '').trim() === (right.phone ?? '').trim();
