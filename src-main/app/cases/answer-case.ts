import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { EffectOf } from '../../core/order/effects.ts';
import type { AfterSaleId, CommandId, EffectId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { AfterSaleRow } from '../ports/store-after-sales.ts';
import { answersUnderWay, isAnswerTo } from './case-views.ts';

type Answer = MethodInput<'afterSales.answer'>;

/**
 * Puts the seller's answer to a case into the outbox; it leaves after the undo window. A case without an order stands in
 * the outcome under its own id. Throws ContractError 'not-found', or 'refused' with the reason: 'step-not-offered',
 * 'already-answered', 'text-missing', 'amount-missing', 'tracking-missing'.
 */
export async function answerCase(deps: AppDeps, answer: Answer): Promise<OutcomeList> {
  const commandId = deps.ids.next() as CommandId;
  const holdMs = deps.preferences.read().undoWindowMs;
  const row = await deps.store.write(async (tx) => {
    const found = await tx.afterSale(answer.id as AfterSaleId);
    if (found === null) throw new ContractError('not-found');
    const refusal = await refusalOf(deps, tx, found, answer);
    if (refusal !== null) throw new ContractError('refused', { reason: refusal });
    await enqueue(deps, tx, found, answer, { commandId, holdMs });
    return found;
  });
  const revision = await deps.store.read.revision();
  deps.events.emit('outbox.changed', { revision });
  deps.events.emit('afterSales.changed', { revision });
  if (row.orderId !== null) deps.events.emit('orders.changed', { ids: [row.orderId], revision });
  const results: OutcomeList['results'] = [{ orderId: row.orderId ?? row.id, ok: true }];
  return { commandId, undoUntilMs: deps.clock.nowMs() + holdMs, effectCount: 1, results };
}

async function refusalOf(deps: AppDeps, tx: Writes, row: AfterSaleRow, answer: Answer): Promise<string | null> {
  const { afterSale, shopId } = row;
  const shop = await tx.shop(shopId);
  const manifest = shop === null || shop.mode === 'file' ? undefined : deps.connectors.get(shop.platform)?.manifest;
  const isOffered = manifest?.effects.includes('answer-case') === true && afterSale.openActions.includes(answer.action);
  if (!isOffered) return 'step-not-offered';
  // A reply may follow another; one decision is enough.
  const waiting = (await answersUnderWay(tx)).filter((effect) => isAnswerTo(row, effect));
  if (answer.action !== 'reply' && waiting.some((effect) => effect.state !== 'gave-up')) return 'already-answered';
  if (answer.action === 'reply' && answer.text.trim() === '') return 'text-missing';
  if (answer.action === 'offer' && answer.amount === null) return 'amount-missing';
  if (answer.action === 'send-exchange' && (answer.trackingNumber ?? '').trim() === '') return 'tracking-missing';
  return null;
}

async function enqueue(
  deps: AppDeps,
  tx: Writes,
  { id, shopId, orderId, afterSale }: AfterSaleRow,
  answer: Answer,
  { commandId, holdMs }: { readonly commandId: CommandId; readonly holdMs: number },
): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const effect: EffectOf<'answer-case'> = {
    kind: 'answer-case',
    remoteId: afterSale.remoteId,
    caseKind: afterSale.kind,
    orderRemoteId: afterSale.orderRemoteId,
    action: answer.action,
    text: answer.text.trim(),
    amount: answer.amount,
    trackingNumber: answer.trackingNumber?.trim() || null,
    carrier: answer.carrier?.trim() || null,
  };
  await tx.addEffects([
    {
      id: deps.ids.next() as EffectId,
      shopId,
      orderId,
      commandId,
      key: `${id}:answer-case:${commandId}`,
      effect,
      state: 'queued',
      attempts: 0,
      createdAtMs: nowMs,
      dueAtMs: nowMs + holdMs,
      startedAtMs: null,
      settledAtMs: null,
      lastCode: null,
    },
  ]);
}
