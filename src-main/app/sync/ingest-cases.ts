import type { AfterSale } from '../../core/case/after-sale.ts';
import type { AfterSaleId, OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { AfterSalePage } from '../ports/platform-connector.ts';
import type { Writes } from '../ports/store.ts';
import type { AfterSaleRow } from '../ports/store-after-sales.ts';
import { orderOfCase } from './order-of-case.ts';

export interface IngestedCases {
  /** Cases that are new or say something new. */
  readonly changed: number;
  readonly orderIds: readonly OrderId[];
}

type Tools = Pick<AppDeps, 'clock' | 'ids'>;

/** Takes reported cases into the store inside a unit of work. The same report twice changes nothing the second time. */
export async function ingestCases(
  tools: Tools,
  tx: Writes,
  shopId: ShopId,
  cases: AfterSalePage['cases'],
): Promise<IngestedCases> {
  const orderIds = new Set<OrderId>();
  let changed = 0;
  for (const { afterSale, raw } of cases) {
    const known = await tx.afterSaleByRemote(shopId, afterSale.kind, afterSale.remoteId);
    if (known !== null && isSame(known.afterSale, afterSale)) continue;
    const orderId = known?.orderId ?? (await orderOfCase(tx, shopId, afterSale));
    const row: AfterSaleRow = { id: known?.id ?? (tools.ids.next() as AfterSaleId), shopId, orderId, afterSale };
    await tx.saveAfterSale(row, raw);
    changed += 1;
    if (orderId === null) continue;
    orderIds.add(orderId);
    if (known?.afterSale.stage !== afterSale.stage) await tellOrder(tools, tx, orderId, afterSale);
  }
  return { changed, orderIds: [...orderIds] };
}

/** A line in the order's timeline. */
export async function tellOrder(
  { clock }: Pick<Tools, 'clock'>,
  tx: Writes,
  orderId: OrderId,
  { kind, stage }: AfterSale,
): Promise<void> {
  const body = { kind: 'case-reported', caseKind: kind, stage } as const;
  await tx.appendJournal([{ orderId, atMs: clock.nowMs(), actor: 'platform', commandId: null, body }]);
}

const isSame = (ours: AfterSale, theirs: AfterSale): boolean => stableText(ours) === stableText(theirs);

/** JSON with sorted keys: the order in which a parser built the object is no difference. */
function stableText(value: AfterSale): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
