import { applyEvent } from '../../core/order/apply.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { Command, CommandRefusal } from '../../core/order/commands.ts';
import { decide } from '../../core/order/decide.ts';
import type { Decision } from '../../core/order/decision.ts';
import type { Order } from '../../core/order/order.ts';
import type { CommandId, EffectId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { Actor } from '../ports/store-rows.ts';
import { settleStock } from '../stock/settle-stock.ts';
import { withChecks } from './check-context.ts';
import { nextPurchaseKey, supersede } from './effects-before.ts';
import { decideTogether, sharesParcel, type Together } from './together.ts';

/** How a command is run: who, under which id, and how long its effects are held back for undo. */
export interface CommandRun {
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly holdMs: number;
  /** The command comes from the order whose parcel carries this one's goods. */
  readonly isFromLead?: boolean;
}

export type Applied =
  | {
      readonly ok: true;
      readonly order: Order;
      /** Orders whose goods lie in the same parcel, and to which the same was done. */
      readonly companions: readonly Order[];
      readonly effectCount: number;
      readonly effectsDueAtMs: number;
    }
  | { readonly ok: false; readonly refusal: CommandRefusal };

type Tools = Pick<AppDeps, 'clock' | 'ids' | 'preferences'>;
type Accepted = Extract<Decision, { readonly kind: 'accepted' }>;

/**
 * Decides and applies one command to one order inside a unit of work: order, journal and outbox together. What is done to
 * a parcel is done for every order whose goods lie in it, or for none.
 */
export async function applyCommand(
  tools: Tools,
  tx: Writes,
  order: Order,
  command: Command,
  run: CommandRun,
  context: CheckContext,
): Promise<Applied> {
  const nowMs = tools.clock.nowMs();
  const moment = { nowMs, pushTracking: tools.preferences.read().pushTracking, isFromLead: run.isFromLead === true };
  const decision = decide(order, command, moment);
  if (decision.kind === 'refused') return { ok: false, refusal: decision.code };
  const together = sharesParcel(command) ? await decideTogether(tx, order, command, moment) : NOBODY;
  if ('refusal' in together) return { ok: false, refusal: together.refusal };
  const next = await write(tools, tx, { order, decision, context }, run);
  const companions: Order[] = [];
  for (const part of together.parts) companions.push(await write(tools, tx, part, run));
  const effectCount = together.parts.reduce((sum, part) => sum + part.decision.effects.length, decision.effects.length);
  return { ok: true, order: next, companions, effectCount, effectsDueAtMs: nowMs + run.holdMs };
}

const NOBODY: Together = { parts: [] };

interface Part {
  readonly order: Order;
  readonly decision: Accepted;
  readonly context: CheckContext;
}

async function write(tools: Tools, tx: Writes, { order, decision, context }: Part, run: CommandRun): Promise<Order> {
  const nowMs = tools.clock.nowMs();
  const work = decision.events.reduce(applyEvent, order.work);
  const next = withChecks({ ...order, work, updatedAtMs: nowMs }, context);
  await tx.saveOrder(next);
  await settleStock(tx, order, next, run.commandId);
  await tx.appendJournal(
    decision.events.map((event) => ({
      orderId: order.id,
      atMs: nowMs,
      actor: run.actor,
      commandId: run.commandId,
      body: { kind: 'work', event },
    })),
  );
  await queue(tools, tx, { order: next, decision, context }, run);
  return next;
}

async function queue(tools: Tools, tx: Writes, { order, decision }: Part, run: CommandRun): Promise<void> {
  const { effects } = decision;
  if (effects.length === 0) return;
  const nowMs = tools.clock.nowMs();
  await supersede(tx, order, effects, nowMs);
  const purchaseKey = await nextPurchaseKey(tx, order, effects);
  await tx.addEffects(
    effects.map((effect, index) => ({
      id: tools.ids.next() as EffectId,
      shopId: order.shopId,
      orderId: order.id,
      commandId: run.commandId,
      key: effect.kind === 'buy-label' ? purchaseKey : `${order.id}:${effect.kind}:${run.commandId}:${index}`,
      effect,
      state: 'queued',
      attempts: 0,
      createdAtMs: nowMs,
      dueAtMs: nowMs + run.holdMs,
      startedAtMs: null,
      settledAtMs: null,
      lastCode: null,
    })),
  );
}

/** Ids of all orders that it changed. */
export function touchedBy(applied: Applied): OrderId[] {
  return applied.ok ? [applied.order, ...applied.companions].map((order) => order.id) : [];
}
