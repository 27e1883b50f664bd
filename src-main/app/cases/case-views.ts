import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { AfterSaleView } from '../../contract/methods/after-sales.ts';
import type { AfterSale } from '../../core/case/after-sale.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { effectView } from '../orders/order-view.ts';
import type { PlatformManifest } from '../ports/platform-connector.ts';
import type { Reads } from '../ports/store.ts';
import type { AfterSaleRow } from '../ports/store-after-sales.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { ShopRow } from '../ports/store-rows.ts';

const UNSETTLED = ['queued', 'running', 'unconfirmed', 'gave-up'] as const;
const MOST_EFFECTS = 1_000;

type Deps = Pick<AppDeps, 'store' | 'connectors'>;

/** Cases as the platforms report them, with what can be answered from here. */
export async function listCases(
  deps: Deps,
  input: MethodInput<'afterSales.list'>,
): Promise<MethodOutput<'afterSales.list'>> {
  const reads = deps.store.read;
  const filter = {
    orderId: input.orderId as OrderId | null,
    shopId: input.shopId as ShopId | null,
    isOpenOnly: input.isOpenOnly,
  };
  const rows = await reads.afterSales(filter, input.offset, input.limit);
  const shops = new Map((await reads.shops()).map((shop) => [shop.id, shop]));
  const answers = await answersUnderWay(reads);
  const cases = rows.flatMap((row) => {
    const shop = shops.get(row.shopId);
    return shop === undefined ? [] : [caseView(deps, row, shop, answers)];
  });
  return { cases, total: await reads.afterSaleCount(filter) };
}

/** Answers that are on their way to their platform, or stuck. The lists are short. */
export async function answersUnderWay(reads: Pick<Reads, 'effectsInState'>): Promise<EffectRow[]> {
  const rows = await Promise.all(UNSETTLED.map((state) => reads.effectsInState(state, MOST_EFFECTS)));
  return rows.flat().filter((row) => row.effect.kind === 'answer-case');
}

/** True for an answer to this case. */
export function isAnswerTo({ shopId, afterSale }: AfterSaleRow, answer: EffectRow): boolean {
  const { effect } = answer;
  const isOfCase = effect.kind === 'answer-case' && effect.caseKind === afterSale.kind;
  return isOfCase && answer.shopId === shopId && effect.remoteId === afterSale.remoteId;
}

function caseView(deps: Deps, row: AfterSaleRow, shop: ShopRow, answers: readonly EffectRow[]): AfterSaleView {
  const { carrier: _carrier, openActions, orderRemoteId: _order, messages, items, ...afterSale } = row.afterSale;
  const manifest = deps.connectors.get(shop.platform)?.manifest;
  return {
    ...afterSale,
    id: row.id,
    shopId: row.shopId,
    shopName: shop.name,
    orderId: row.orderId,
    messages: messages.map((message) => ({ ...message })),
    items: items.map((item) => ({ ...item })),
    actions: shop.mode === 'api' && manifest?.effects.includes('answer-case') === true ? [...openActions] : [],
    link: manifest === undefined ? null : linkOf(manifest, row.afterSale),
    effects: answers.filter((answer) => isAnswerTo(row, answer)).map(effectView),
  };
}

/** Where the seller centre shows it: a page for this kind of case, else the order's own page. */
function linkOf(manifest: PlatformManifest, { kind, orderRemoteId, orderNumber }: AfterSale): string | null {
  const page = manifest.withoutApi.find(({ step }) => step === `answer-${kind}`)?.deepLink;
  return (
    [page, manifest.orderLink].map((link) => filled(link, orderRemoteId, orderNumber)).find((link) => link !== null) ??
    null
  );
}

function filled(link: string | undefined, remoteId: string | null, orderNumber: string | null): string | null {
  if (link === undefined) return null;
  const whole = link
    .replace('{remoteId}', remoteId === null ? '{remoteId}' : encodeURIComponent(remoteId))
    .replace('{orderNumber}', orderNumber === null ? '{orderNumber}' : encodeURIComponent(orderNumber));
  return whole.includes('{') ? null : whole;
}
