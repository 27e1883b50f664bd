import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, jsonInteger, writeJson } from '../shared/json.ts';
import { childrenOf } from './progress.ts';
import type { TradeShape } from './schema.ts';
import type { Seller } from './seller.ts';
import { isToShip } from './units-status.ts';
import type { SenderAddress, WaybillBranch } from './waybill-branches.ts';

export interface WaybillParts {
  readonly trade: TradeShape;
  readonly effect: EffectOf<'buy-label'>;
  readonly branch: WaybillBranch;
  readonly templateUrl: string;
  readonly seller: Seller;
  readonly sender: { readonly name: string; readonly mobile: string };
  /** Of this purchase: the same for every try of it. */
  readonly mark: string;
}

const MAX_NAME = 40;
const MAX_ITEMS = 100;

/**
 * `param_waybill_cloud_print_apply_new_request` of cainiao.waybill.ii.get. The recipient goes as masked as it came, with
 * the OAID and the trade: the platform puts the plain text into the encrypted print data. Lengths are the contract's.
 */
export function waybillRequest(parts: WaybillParts): string {
  const { trade, branch, sender, mark } = parts;
  const { brandCode, customerCode } = branch;
  return writeJson({
    cp_code: branch.cpCode,
    ...(brandCode === null || brandCode === 'default' ? {} : { brand_code: brandCode }),
    ...(customerCode === null ? {} : { customer_code: customerCode }),
    need_encrypt: true,
    sender: { name: cut(sender.name, MAX_NAME), mobile: sender.mobile, address: addressOf(branch.from) },
    trade_order_info_dtos: [
      {
        object_id: mark,
        user_id: jsonInteger(parts.seller.userId),
        template_url: parts.templateUrl,
        order_info: { order_channels_type: parts.seller.isTmall ? 'TM' : 'TB', trade_order_list: [trade.tid] },
        package_info: packageOf(parts),
        recipient: recipientOf(trade),
      },
    ],
  });
}

function packageOf({ trade, effect, branch, mark }: WaybillParts): JsonNode {
  const { weightGrams, lengthMm, widthMm, heightMm } = effect.measure;
  const sizes = {
    weight: weightGrams,
    length: centimetres(lengthMm),
    width: centimetres(widthMm),
    height: centimetres(heightMm),
  };
  const items = itemsOf(trade, effect);
  const names = items.map((item) => item.name).join(' ');
  return {
    // An id of its own lets a trade have several parcels, and the same one twice is the same parcel.
    id: mark,
    items,
    ...Object.fromEntries(Object.entries(sizes).filter(([, size]) => Number.isSafeInteger(size) && size > 0)),
    ...(branch.cpCode === 'SF' ? { goods_description: cut(names, 100) } : {}),
  };
}

function itemsOf(
  trade: TradeShape,
  effect: EffectOf<'buy-label'>,
): { readonly name: string; readonly count: number }[] {
  const inside = childrenOf(trade, effect).filter(isToShip);
  return inside.slice(0, MAX_ITEMS).map((child) => {
    const wanted = effect.items?.filter((item) => item.lineRemoteId === child.oid) ?? [];
    const count = wanted.length === 0 ? child.num : wanted.reduce((sum, item) => sum + item.quantity, 0);
    return { name: cut(child.title ?? child.outer_sku_id ?? child.oid, 60), count: Math.max(1, count) };
  });
}

function recipientOf(trade: TradeShape): JsonNode {
  const { receiver_mobile: mobile, receiver_phone: phone, oaid } = trade;
  return {
    name: cut(trade.receiver_name ?? '', MAX_NAME),
    ...(mobile === null ? {} : { mobile: cut(mobile, 20) }),
    ...(phone === null ? {} : { phone: cut(phone, 20) }),
    address: {
      province: cut(trade.receiver_state ?? '', 20),
      ...filled('city', trade.receiver_city, 20),
      ...filled('district', trade.receiver_district, 20),
      ...filled('town', trade.receiver_town, 30),
      detail: cut(trade.receiver_address ?? '', 256),
    },
    ...(oaid === null ? {} : { oaid }),
    tid: trade.tid,
  };
}

/** As it was subscribed: the platform compares it letter by letter. */
const addressOf = ({ province, city, district, town, detail }: SenderAddress): JsonNode => ({
  province,
  ...filled('city', city, 20),
  ...filled('district', district, 20),
  ...filled('town', town, 30),
  detail,
});

const filled = (key: string, text: string | null, most: number) => (text === null ? {} : { [key]: cut(text, most) });
const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('');
const centimetres = (lengthMm: number): number => Math.ceil(lengthMm / 10);
