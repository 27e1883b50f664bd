import type { OrderFacts } from '../order/facts.ts';

export const US_ZONE = 'America/Los_Angeles';

/** True for an order of amazon.com, the only marketplace of Amazon that sells in US dollars. */
export function isOfUsMarketplace({
  platform,
  total,
  lines,
}: Pick<OrderFacts, 'platform' | 'total' | 'lines'>): boolean {
  const price = total ?? lines.find((line) => line.unitPrice !== null)?.unitPrice ?? null;
  return platform === 'amazon' && price?.currency === 'USD';
}

/**
 * The zone in which a platform names its times to sellers (IANA). Amazon writes UTC, and its days are those of the
 * marketplace; Ozon's cabinet shows Moscow time; AliExpress counts in US Pacific time.
 */
export function zoneOf(facts: Pick<OrderFacts, 'platform' | 'total' | 'lines'>): string {
  switch (facts.platform) {
    case 'amazon':
      return isOfUsMarketplace(facts) ? US_ZONE : 'UTC';
    case 'ozon':
      return 'Europe/Moscow';
    case 'coupang':
      return 'Asia/Seoul';
    case 'aliexpress':
      return US_ZONE;
    case 'taobao':
      return 'Asia/Shanghai';
  }
}
