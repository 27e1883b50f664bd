import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type DeclaredParcel, fetchDeclared, sameNumber } from './declared.ts';
import { faultOutcome } from './errors.ts';
import { knownDetail } from './get-order.ts';
import { textOf } from './nodes.ts';
import { afterLook, looking, preparing, refusalIn, rejected, writeOutcome } from './outcomes.ts';
import { type SentLine, shipmentCall } from './shipment-call.ts';
import { type ShopLine, shopLines } from './shop-lines.ts';
import { endingOf } from './end-reason.ts';
import { isOver } from './units-status.ts';

type Push = EffectOf<'push-tracking'>;

/**
 * Declares a parcel, or corrects the number of one. What a line-by-line call refuses in part is seen by the look that
 * follows every refusal. Never throws.
 */
export async function pushTracking(context: ConnectorContext, effect: Push): Promise<Outcome> {
  if (effect.carrier === null) return rejected('carrier-missing');
  const old = await oldParcel(context, effect);
  if (!old.ok) return old.outcome;
  const lines = effect.items === null ? null : await linesOf(context, effect);
  if (lines !== null && !lines.ok) return lines.outcome;
  const call = shipmentCall(effect, lines?.value ?? null, old.value);
  const answer = await context.proxy.write(call.name, call.parameters);
  const outcome = answer.ok
    ? writeOutcome(readRefusal(answer.body))
    : faultOutcome(answer.fault, 'write', context.timings);
  return outcome.kind === 'rejected' ? afterLook(await confirmTracking(context, effect), outcome) : outcome;
}

/** Looks what is declared. A number that is there for all lines of its parcel has arrived. */
export async function confirmTracking(context: ConnectorContext, effect: Push): Promise<Confirmation> {
  return await looking(async () => {
    const declared = await fetchDeclared(context, effect.remoteId);
    const mine = declared.filter((parcel) => sameNumber(parcel.number, effect.trackingNumber));
    const detail = await knownDetail(context, effect.remoteId);
    const wanted = effect.items === null ? null : parcelLines(detail, effect.items);
    const isThere = wanted === null ? mine.length > 0 : wanted.every((line) => isDeclared(line, mine));
    if (isThere) return { kind: 'done' };
    const status = textOf(detail, 'order_status') ?? '';
    const ending = isOver(status) ? endingOf(textOf(detail, 'order_end_reason'), true, false).stage : null;
    return ending === 'cancelled' ? { kind: 'failed', code: 'order-cancelled' } : { kind: 'not-done' };
  });
}

const isDeclared = (line: ShopLine, mine: readonly DeclaredParcel[]): boolean =>
  mine.some((parcel) => parcel.index === line.index);

/** The parcel to correct, if the platform has heard of it at all. */
async function oldParcel(context: ConnectorContext, { replaces, remoteId }: Push) {
  if (replaces === null) return { ok: true as const, value: null };
  const declared = await preparing(fetchDeclared(context, remoteId));
  if (!declared.ok) return declared;
  const found = declared.value.find((parcel) => sameNumber(parcel.number, replaces.trackingNumber));
  return { ok: true as const, value: found ?? null };
}

/** The lines of the parcel; the last parcel also closes those that earlier parcels left open. */
async function linesOf(context: ConnectorContext, effect: Push) {
  const detail = await preparing(knownDetail(context, effect.remoteId));
  if (!detail.ok) return detail;
  const mine = parcelLines(detail.value, effect.items ?? []);
  if (mine.length === 0) return { ok: false as const, outcome: rejected('lines-unknown') };
  const isAll = (line: ShopLine) =>
    effect.isLast || (effect.items?.find((item) => item.lineRemoteId === line.childId)?.quantity ?? 0) >= line.quantity;
  const left = shopLines(detail.value).filter(
    (line) => !mine.includes(line) && line.status === 'SELLER_PART_SEND_GOODS',
  );
  const sent: SentLine[] = mine.map((line) => ({ line, isWhole: isAll(line) }));
  return {
    ok: true as const,
    value: effect.isLast ? [...sent, ...left.map((line) => ({ line, isWhole: true }))] : sent,
  };
}

function parcelLines(detail: JsonNode, items: readonly { readonly lineRemoteId: string }[]): ShopLine[] {
  return shopLines(detail).filter((line) => items.some((item) => item.lineRemoteId === line.childId));
}

/** The four calls say it in four ways: result_success, is_success, or result.success with what was written echoed. */
function readRefusal(body: JsonNode): string | null {
  const result = member(body, 'result');
  const node = typeof result === 'object' && result !== null ? result : body;
  return refusalIn(
    node,
    ['result_success', 'is_success', 'success'],
    ['result_error_code', 'code_of_error', 'error_code'],
  );
}
