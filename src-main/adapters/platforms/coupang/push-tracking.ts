import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { codeOf, lost } from './acknowledge.ts';
import { type CallFault, faultOutcome, writeOutcome } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { isPart, partEntries, wholeEntries } from './invoice-entries.ts';
import { boxNow, carriesNumber, hasNumber } from './progress.ts';
import { readOrderSheets, workSheetOf } from './read-sheet.ts';
import type { WorkSheet } from './sheet-schema.ts';
import { bareNumber, fitsCarrier } from './units-carriers.ts';
import { isSent } from './units-status.ts';
import { verdictOn } from './verdicts.ts';

type Push = EffectOf<'push-tracking'>;

const NOT_PREPARED_MS = 2 * 60_000;

/**
 * Carrier and number of a box: entered while it is prepared (invoices), corrected later (updateInvoices), for a part of
 * it by splitting the box. The box is read first: which call is right depends on it, and its items go into the call.
 */
export async function pushTracking(context: ConnectorContext, push: Push): Promise<Outcome> {
  const { carrier } = push;
  if (carrier === null || carrier === '') return { kind: 'rejected', code: 'carrier-missing' };
  if (!fitsCarrier(carrier, bareNumber(push.trackingNumber)))
    return { kind: 'rejected', code: 'INVALID_INVOICE_NUMBER' };
  const now = await boxNow(context, push.remoteId);
  // Nothing has been written yet, so a look that failed is simply repeated.
  if (now.kind === 'fault') return faultOutcome(now.fault, 'read');
  if (now.kind !== 'box') return refusal(now.kind);
  const { sheet } = now;
  const there = await hasNumber(context, sheet, push);
  if (!there.ok) return faultOutcome(there.fault, 'read');
  if (there.has) return { kind: 'done' };
  const status = sheet.status ?? '';
  if (status === 'ACCEPT') return { kind: 'retry', code: 'not-confirmed-yet', afterMs: NOT_PREPARED_MS };
  if (status !== 'INSTRUCT' && !isSent(status)) return { kind: 'rejected', code: 'unknown-status' };
  return await sendFor(context, sheet, push);
}

/** A correction goes to the box that carries the old number: what was split off has a box of its own. */
async function sendFor(context: ConnectorContext, sheet: WorkSheet, push: Push): Promise<Outcome> {
  const { replaces } = push;
  if (replaces !== null && sheet.splitShipping && !carriesNumber(sheet, replaces.trackingNumber, null)) {
    const others = await readOrderSheets(context, sheet.orderId);
    if (!others.ok) return faultOutcome(others.fault, 'read');
    const sheets = others.nodes.map(workSheetOf).filter((one) => one !== null);
    const old = sheets.find((one) => carriesNumber(one, replaces.trackingNumber, null));
    if (old !== undefined) return await send(context, old, push);
  }
  const isSecond = isSent(sheet.status ?? '') && isPart(sheet, push) && replaces === null;
  return isSecond ? { kind: 'rejected', code: 'one-number-a-box' } : await send(context, sheet, push);
}

async function send(context: ConnectorContext, sheet: WorkSheet, push: Push): Promise<Outcome> {
  const { proxy, paths, settings } = context;
  const isUpdate = sheet.status !== 'INSTRUCT';
  const made = isPart(sheet, push) && !isUpdate ? partEntries(sheet, push) : wholeEntries(sheet, push);
  if (!made.ok) return { kind: 'rejected', code: made.code };
  const path = paths.vendor('v4', isUpdate ? 'orders/updateInvoices' : 'orders/invoices');
  const body = { vendorId: settings.vendorId, orderSheetInvoiceApplyDtos: made.entries };
  const answer = await proxy.call({ method: 'POST', path, body }, 'push');
  if (!answer.ok) return writeOutcome(answer.fault);
  const verdict = verdictOn(answer.body, sheet.shipmentBoxId);
  if (verdict === null) return { kind: 'unknown', code: 'unexpected-answer' };
  return verdict.isDone ? { kind: 'done' } : await refused(context, push, verdict.code);
}

/** A refusal may only say that the number is there already, or that the box has moved on meanwhile. */
async function refused(context: ConnectorContext, push: Push, code: string): Promise<Outcome> {
  if (code === 'UNDEFINED_ERROR_OCCUR') return { kind: 'retry', code, afterMs: null };
  if (code !== 'DUPLICATE_INVOICE_NUMBER' && code !== 'INVALID_STATUS') return { kind: 'rejected', code };
  const seen = await confirmTracking(context, push);
  if (seen.kind === 'done') return { kind: 'done' };
  return seen.kind === 'unknown' ? { kind: 'unknown', code: seen.code } : { kind: 'rejected', code };
}

export async function confirmTracking(context: ConnectorContext, push: Push): Promise<Confirmation> {
  const now = await boxNow(context, push.remoteId);
  if (now.kind === 'fault') return { kind: 'unknown', code: codeOf(now) };
  if (now.kind === 'odd') return { kind: 'unknown', code: 'unexpected-answer' };
  if (now.kind !== 'box') return lost(now.kind);
  const there = await hasNumber(context, now.sheet, push);
  if (!there.ok) return unknownOf(there.fault);
  return there.has ? { kind: 'done' } : { kind: 'not-done' };
}

const unknownOf = (fault: CallFault): Confirmation => ({ kind: 'unknown', code: codeOf({ kind: 'fault', fault }) });

export const refusal = (kind: 'gone' | 'unknown' | 'odd'): Outcome => ({
  kind: 'rejected',
  code: kind === 'gone' ? 'order-cancelled' : kind === 'unknown' ? 'not-found' : 'sheet-unreadable',
});
