import type { AfterSale, AfterSaleKind } from '../../core/case/after-sale.ts';
import type { AfterSaleId, OrderId, ShopId } from '../../core/shared/ids.ts';
import { followReport } from '../cases/open-reported.ts';
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

type Tools = Pick<AppDeps, 'clock' | 'ids' | 'preferences'>;

/**
 * Takes reported cases into the store inside a unit of work, and lets our cases follow them. The same report twice
 * changes nothing the second time.
 */
export async function ingestCases(
  tools: Tools,
  tx: Writes,
  shopId: ShopId,
  cases: AfterSalePage['cases'],
): Promise<IngestedCases> {
  const orderIds = new Set<OrderId>();
  let changed = 0;
  for (const { afterSale, raw } of cases) {
    const known = await knownReport(tx, shopId, afterSale);
    if (known !== null && isSame(known.afterSale, afterSale)) continue;
    const orderId = known?.orderId ?? (await orderOfCase(tx, shopId, afterSale));
    const row: AfterSaleRow = { id: known?.id ?? (tools.ids.next() as AfterSaleId), shopId, orderId, afterSale };
    await tx.saveAfterSale(row, raw);
    changed += 1;
    if (orderId === null) continue;
    orderIds.add(orderId);
    const isNews = known?.afterSale.stage !== afterSale.stage || known.afterSale.kind !== afterSale.kind;
    if (isNews) await tellOrder(tools, tx, orderId, afterSale);
    await followReport(tools, tx, row, known?.afterSale ?? null);
  }
  return { changed, orderIds: [...orderIds] };
}

/** Buyers change their minds under one number: a refund becomes a return (Taobao), a cancel a return (Coupang). */
const KINDS_THAT_TURN: readonly AfterSaleKind[] = ['cancel-request', 'refund', 'return', 'exchange'];

/**
 * The report as it stands in the store; where its kind has turned, the one of the same number, order and opening under
 * the other kind. (A number alone says nothing across kinds: some platforms count each kind for itself.)
 */
async function knownReport(tx: Writes, shopId: ShopId, afterSale: AfterSale): Promise<AfterSaleRow | null> {
  const { kind, remoteId } = afterSale;
  const known = await tx.afterSaleByRemote(shopId, kind, remoteId);
  if (known !== null || !KINDS_THAT_TURN.includes(kind)) return known;
  for (const other of KINDS_THAT_TURN) {
    if (other === kind) continue;
    const turned = await tx.afterSaleByRemote(shopId, other, remoteId);
    if (turned !== null && isOfOneOpening(turned.afterSale, afterSale)) return turned;
  }
  return null;
}

function isOfOneOpening(one: AfterSale, other: AfterSale): boolean {
  const isOfOneOrder = one.orderRemoteId !== null && one.orderRemoteId === other.orderRemoteId;
  return isOfOneOrder && one.openedAtMs === other.openedAtMs;
}

/** A line in the order's timeline. */
export async function tellOrder(
  { clock }: Pick<AppDeps, 'clock'>,
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
