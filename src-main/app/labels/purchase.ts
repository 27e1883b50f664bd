import type { EffectOf } from '../../core/order/effects.ts';
import type { EffectRow } from '../ports/store-outbox.ts';

/** An outbox row that buys a label. */
export type Purchase = EffectRow & { readonly effect: EffectOf<'buy-label'> };

/** The newest purchase of an order's label that was not taken back; null: none. Pure. */
export function purchaseOf(rows: readonly EffectRow[]): Purchase | null {
  return rows.findLast((row): row is Purchase => row.effect.kind === 'buy-label' && row.state !== 'undone') ?? null;
}

/** True while money may be spent for it, or is: another purchase would pay twice. Pure. */
export function isLive({ state }: Pick<EffectRow, 'state'>): boolean {
  return state === 'queued' || state === 'running' || state === 'unconfirmed' || state === 'done';
}

/** True once there is a label to be had: bought by us, or by the seller herself. Pure. */
export function isBought({ state }: Pick<EffectRow, 'state'>): boolean {
  return state === 'done' || state === 'by-hand';
}
