import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { SenderView } from '../../contract/methods/labels.ts';
import type { Address } from '../../core/address/address.ts';
import type { OwnLabel, OwnLabelItem, OwnLabelSender } from '../../core/label/own-label.ts';
import { timesMoney } from '../../core/money/money.ts';
import type { Order } from '../../core/order/order.ts';
import { shipTo } from '../../core/order/ship-to.ts';
import { parseTrackingNumber } from '../../core/shipment/tracking-number.ts';

/** As the order will hold it; a text of GS1 identifiers is no tracking number and stays as it was written. */
export function trackingNumberOf(typed: string): string {
  if (isGs1(typed)) return typed.trim();
  const number = parseTrackingNumber(typed);
  if (!number.ok) throw new ContractError('refused', { code: 'tracking-invalid' });
  return number.text;
}

export const isGs1 = (text: string): boolean => /^\s*\(\d{2,4}\)/.test(text);

/** Throws 'address-missing' where there is none, or stars and dots stand in its place. */
function receiverOf(order: Order): Address {
  const { facts } = order;
  const address = shipTo(order);
  const street = address?.lines.join(' ') ?? '';
  const isHidden = address === null || /[*•]/.test(`${address.name}${street}`);
  if (isHidden || address.name.trim() === '' || street.trim() === '') {
    throw new ContractError('refused', { code: 'address-missing' });
  }
  return { ...address, country: address.country ?? facts.country };
}

function senderOf(sender: SenderView): OwnLabelSender {
  const { country, ...rest } = sender;
  return { ...rest, country: country === '' ? null : country };
}

/**
 * What stands on the label. `inParcel`: the orders whose goods lie in it. Throws ContractError 'refused' with
 * 'address-missing'.
 */
export function ownLabelOf(
  order: Order,
  input: MethodInput<'labels.makeOwn'>,
  sender: SenderView,
  inParcel: readonly Order[] = [order],
): OwnLabel {
  const lines = inParcel.flatMap((one) => one.facts.lines);
  const { facts } = order;
  const { size, carrier, service, trackingNumber, symbol, note } = input;
  return {
    size,
    carrier,
    service,
    trackingNumber,
    symbol,
    note,
    sender: senderOf(sender),
    receiver: receiverOf(order),
    receiverCustomsId: facts.customsId ?? null,
    orderNumber: facts.remoteId,
    pieceCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    items: input.hasItems ? lines.map(itemOf) : null,
  };
}

/** Weight, origin and tariff number are not known to us: their fields stay empty for the pen. */
function itemOf({ title, variant, quantity, unitPrice }: Order['facts']['lines'][number]): OwnLabelItem {
  return {
    description: variant === null ? title : `${title}, ${variant}`,
    quantity,
    weightG: null,
    value: unitPrice === null ? null : timesMoney(unitPrice, quantity),
    origin: null,
    hsCode: null,
  };
}
