import type { LogisticsInfo } from './schema.ts';

/** Which carriers the platform lets a trade go with. */
export interface CarrierRule {
  allows(code: string): boolean;
  suggests(code: string): boolean;
}

/**
 * `biz_delivery_type` of the child orders: 0 free choice, 1 recommended carriers, 2 one of the white list, 3 none of the
 * black list (taobao.trade.fullinfo.get, logistics_infos). One parcel has one carrier, so every child's rule counts.
 */
export function carrierRuleOf(infos: readonly LogisticsInfo[]): CarrierRule {
  const white = infos.filter((info) => info.biz_delivery_type === '2').map((info) => codesOf(info.white_delivery_cps));
  const black = infos
    .filter((info) => info.biz_delivery_type === '3')
    .flatMap((info) => codesOf(info.black_delivery_cps));
  const liked = infos
    .filter((info) => info.biz_delivery_type === '1')
    .flatMap((info) => [info.biz_delivery_code, info.delivery_cps, info.white_delivery_cps].flatMap(codesOf));
  const lists = white.filter((codes) => codes.length > 0);
  const allows = (code: string) => lists.every((codes) => codes.includes(code)) && !black.includes(code);
  return { allows, suggests: (code) => allows(code) && (lists.length > 0 || liked.includes(code)) };
}

const codesOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/[,;，；]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
