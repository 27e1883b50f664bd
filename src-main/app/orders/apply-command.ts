import { applyEvent } from '../../core/order/apply.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { Command, CommandRefusal } from '../../core/order/commands.ts';
import { decide } from '../../core/order/decide.ts';
import type { Effect } from '../../core/order/effects.ts';
import type { Order } from '../../core/order/order.ts';
import type { CommandId, EffectId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { Actor } from '../ports/store-rows.ts';
import { withChecks } from './check-context.ts';

/** How a command is run: who, under which id, and how long its effects are held back for undo. */
export interface CommandRun {
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly holdMs: number;
}

export type Applied =
  | { readonly ok: true; readonly order: Order; readonly effectCount: number; readonly effectsDueAtMs: number }
  | { readonly ok: false; readonly refusal: CommandRefusal };

/** Code of a push that a correction replaced before it left; undoing the correction brings it back. */
export const SUPERSEDED = 'superseded';

type Tools = Pick<AppDeps, 'clock' | 'ids' | 'preferences'>;

/** Decides and applies one command to one order inside a unit of work: order, journal and outbox together. */
export async function applyCommand(
  tools: Tools,
  tx: Writes,
  order: Order,
  command: Command,
  run: CommandRun,
  context: CheckContext,
): Promise<Applied> {
  const nowMs = tools.clock.nowMs();
  const decision = decide(order, command, { nowMs, pushTracking: tools.preferences.read().pushTracking });
  if (decision.kind === 'refused') return { ok: false, refusal: decision.code };
  const work = decision.events.reduce(applyEvent, order.work);
  const next = withChecks({ ...order, work, updatedAtMs: nowMs }, context);
  await tx.saveOrder(next);
  await tx.appendJournal(
    decision.events.map((event) => ({
      orderId: order.id,
      atMs: nowMs,
      actor: run.actor,
      commandId: run.commandId,
      body: { kind: 'work', event },
    })),
  );
  const effectsDueAtMs = nowMs + run.holdMs;
  await supersede(tx, next, decision.effects, nowMs);
  const purchaseKey = await nextPurchaseKey(tx, order, decision.effects);
  await tx.addEffects(
    decision.effects.map((effect, index) => ({
      id: tools.ids.next() as EffectId,
      shopId: order.shopId,
      orderId: order.id,
      commandId: run.commandId,
      key: effect.kind === 'buy-label' ? purchaseKey : `${order.id}:${effect.kind}:${run.commandId}:${index}`,
      effect,
      state: 'queued',
      attempts: 0,
      createdAtMs: nowMs,
      dueAtMs: effectsDueAtMs,
      startedAtMs: null,
      settledAtMs: null,
      lastCode: null,
    })),
  );
  return { ok: true, order: next, effectCount: decision.effects.length, effectsDueAtMs };
}

/**
 * A parcel's label has one key until its purchase is taken back, whatever command asks for it: a second purchase beside it
 * is refused by the store as a duplicate.
 */
async function nextPurchaseKey(tx: Writes, order: Order, effects: readonly Effect[]): Promise<string> {
  const wish = effects.find((effect) => effect.kind === 'buy-label');
  if (wish === undefined) return '';
  const undone = (await tx.effectsOfOrder(order.id)).filter(
    ({ effect, state }) => effect.kind === 'buy-label' && effect.parcelId === wish.parcelId && state === 'undone',
  );
  return `${wish.parcelId}:buy-label:${undone.length + 1}`;
}

/** A corrected tracking number replaces the one that has not been sent; one that is on its way is left alone. */
async function supersede(tx: Writes, order: Order, effects: readonly Effect[], nowMs: number): Promise<void> {
  const corrected = effects.flatMap((effect) => (effect.kind === 'push-tracking' ? [effect.parcelId] : []));
  if (corrected.length === 0) return;
  for (const row of await tx.effectsOfOrder(order.id)) {
    const isOld = row.effect.kind === 'push-tracking' && corrected.includes(row.effect.parcelId);
    if (isOld && row.state === 'queued' && row.attempts === 0) {
      await tx.saveEffect({ ...row, state: 'undone', settledAtMs: nowMs, lastCode: SUPERSEDED });
    }
  }
}
