import type { Effect } from '../../core/order/effects.ts';
import type { CommandId, EffectId, OrderId, ShopId } from '../../core/shared/ids.ts';

/**
 * queued — waits for its time (the undo window, a backoff, its turn) · running — a request is under way ·
 * unconfirmed — sent or perhaps sent: asked before anything is sent again · done · gave-up — kept and shown ·
 * undone — taken back before it left · by-hand — the seller did it herself.
 */
export const EFFECT_STATES = ['queued', 'running', 'unconfirmed', 'done', 'gave-up', 'undone', 'by-hand'] as const;
export type EffectState = (typeof EFFECT_STATES)[number];

export interface EffectRow {
  readonly id: EffectId;
  readonly shopId: ShopId;
  /** Null for what belongs to no order: stock, a question about a product. Such rows wait for no other. */
  readonly orderId: OrderId | null;
  readonly commandId: CommandId;
  /** Unique: one effect is never written twice. */
  readonly key: string;
  readonly effect: Effect;
  readonly state: EffectState;
  /** Given by the store when the row is added; grows over the whole table and orders the rows of one order. */
  readonly sequence: number;
  readonly attempts: number;
  readonly createdAtMs: number;
  /** Not before this time: end of the undo window or of a backoff. */
  readonly dueAtMs: number;
  readonly startedAtMs: number | null;
  readonly settledAtMs: number | null;
  readonly lastCode: string | null;
}

/** A row on its way into the store, which gives it its sequence. */
export type NewEffectRow = Omit<EffectRow, 'sequence'>;
