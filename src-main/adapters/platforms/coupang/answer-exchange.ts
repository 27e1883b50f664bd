import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, jsonInteger, member, plain } from '../shared/json.ts';
import { codeOf } from './acknowledge.ts';
import { isRefusedInside, type Standing } from './answer-receipt.ts';
import { type CallFault, faultOutcome, writeOutcome } from './call-fault.ts';
import { CASE_WINDOW_DAYS, listExchanges } from './case-lists.ts';
import type { ConnectorContext } from './context.ts';
import { type ExchangeNow, exchangeNow } from './parse-exchange.ts';
import { seoulDay } from './seoul-time.ts';
import { bareNumber, fitsCarrier } from './units-carriers.ts';

type Answer = EffectOf<'answer-case'>;
type ExchangeRead =
  | { readonly ok: true; readonly now: ExchangeNow | null }
  | { readonly ok: false; readonly fault: CallFault };

const MOST_WEEKS = 9;

/** There is no single exchange to ask for, only lists by day: the day that we remember first, then week by week. */
async function readExchange(context: ConnectorContext, exchangeId: string): Promise<ExchangeRead> {
  const known = await context.cases.recall('exchange', exchangeId);
  const today = seoulDay(context.proxy.nowMs());
  if (known !== null) {
    const day = seoulDay(known.openedAtMs);
    const found = await search(context, exchangeId, day - 1, Math.min(day + 1, today), known.orderNumber ?? undefined);
    if (!found.ok || found.now !== null) return found;
  }
  for (let week = 0; week < MOST_WEEKS; week += 1) {
    const toDay = today - week * (CASE_WINDOW_DAYS + 1);
    const found = await search(context, exchangeId, toDay - CASE_WINDOW_DAYS, toDay);
    if (!found.ok || found.now !== null) return found;
  }
  return { ok: true, now: null };
}

async function search(
  context: ConnectorContext,
  exchangeId: string,
  fromDay: number,
  toDay: number,
  orderId?: string,
): Promise<ExchangeRead> {
  let token = '';
  for (;;) {
    const page = await listExchanges(context, { fromDay, toDay, token, ...(orderId === undefined ? {} : { orderId }) });
    if (!page.ok) return page;
    const node = page.nodes.find((one) => plain(member(one, 'exchangeId')) === exchangeId);
    if (node !== undefined) return { ok: true, now: exchangeNow(node) };
    if (page.next === '' || page.next === token) return { ok: true, now: null };
    token = page.next;
  }
}

function standingOf({ action, trackingNumber }: Answer, { status, box }: ExchangeNow): Standing {
  const isOver = status === 'REJECT' || status === 'CANCEL';
  switch (action) {
    case 'confirm-received':
      if (status === 'PROGRESS' || status === 'SUCCESS') return 'done';
      return status === 'RECEIPT' ? 'open' : { failed: 'not-open' };
    case 'refuse':
      if (status === 'REJECT') return 'done';
      return status === 'RECEIPT' ? 'open' : { failed: 'not-open' };
    case 'send-exchange':
      if (box?.invoiceNumber !== null && box?.invoiceNumber !== undefined)
        return bareNumber(box.invoiceNumber) === bareNumber(trackingNumber ?? '') ? 'done' : { failed: 'already-sent' };
      return isOver || status === 'SUCCESS' ? { failed: 'not-open' } : 'open';
    default:
      return { failed: 'action-not-offered' };
  }
}

/** Answers an exchange. The replacement goes out in a box of its own, which the platform makes some minutes after the goods are back. */
export async function answerExchange(context: ConnectorContext, answer: Answer): Promise<Outcome> {
  const read = await readExchange(context, answer.remoteId);
  if (!read.ok) return faultOutcome(read.fault, 'read');
  if (read.now === null) return { kind: 'rejected', code: 'not-found' };
  const standing = standingOf(answer, read.now);
  if (standing === 'done') return { kind: 'done' };
  if (standing !== 'open') return { kind: 'rejected', code: standing.failed };
  if (answer.action === 'send-exchange') return await sendReplacement(context, answer, read.now);
  const { vendorId } = context.settings;
  const common = { exchangeId: jsonInteger(answer.remoteId), vendorId };
  return answer.action === 'refuse'
    ? await put(context, answer, 'rejection', { ...common, exchangeRejectCode: rejectCodeOf(answer.text) })
    : await put(context, answer, 'receiveConfirmation', common);
}

/** SOLDOUT unless the seller's word is that the buyer took it back. */
const rejectCodeOf = (text: string): string => (text.trim().toUpperCase() === 'WITHDRAW' ? 'WITHDRAW' : 'SOLDOUT');

async function put(context: ConnectorContext, { remoteId }: Answer, call: string, body: JsonNode): Promise<Outcome> {
  const path = context.paths.vendor('v4', `exchangeRequests/${remoteId}/${call}`);
  return outcomeOf(await context.proxy.call({ method: 'PUT', path, body }, 'push'));
}

const BOX_TAKES_MS = 3 * 60_000;

async function sendReplacement(
  context: ConnectorContext,
  answer: Answer,
  { status, box }: ExchangeNow,
): Promise<Outcome> {
  const { remoteId, carrier, trackingNumber } = answer;
  if (status === 'RECEIPT') return { kind: 'rejected', code: 'goods-not-received' };
  if (box === null) return { kind: 'retry', code: 'exchange-box-pending', afterMs: BOX_TAKES_MS };
  if (carrier === null || trackingNumber === null || !fitsCarrier(carrier, bareNumber(trackingNumber)))
    return { kind: 'rejected', code: 'INVALID_INVOICE_NUMBER' };
  const entry = {
    exchangeId: jsonInteger(remoteId),
    vendorId: context.settings.vendorId,
    shipmentBoxId: jsonInteger(box.shipmentBoxId),
    goodsDeliveryCode: carrier,
    invoiceNumber: bareNumber(trackingNumber),
  };
  const path = context.paths.vendor('v4', `exchangeRequests/${remoteId}/invoices`);
  return outcomeOf(await context.proxy.call({ method: 'POST', path, body: [entry] }, 'push'));
}

function outcomeOf(sent: Awaited<ReturnType<ConnectorContext['proxy']['call']>>): Outcome {
  if (!sent.ok) return writeOutcome(sent.fault);
  return isRefusedInside(sent.body) ? { kind: 'rejected', code: 'answer-refused' } : { kind: 'done' };
}

export async function confirmExchangeAnswer(context: ConnectorContext, answer: Answer): Promise<Confirmation> {
  const read = await readExchange(context, answer.remoteId);
  if (!read.ok) return { kind: 'unknown', code: codeOf({ kind: 'fault', fault: read.fault }) };
  if (read.now === null) return { kind: 'failed', code: 'not-found' };
  const standing = standingOf(answer, read.now);
  if (standing === 'done') return { kind: 'done' };
  return standing === 'open' ? { kind: 'not-done' } : { kind: 'failed', code: standing.failed };
}
