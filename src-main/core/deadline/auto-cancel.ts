import { addWorkingDays } from '../calendar/working-days.ts';
import { endOfDayMs, localDateAt } from '../calendar/local-date.ts';
import type { OrderFacts, RemoteStage } from '../order/facts.ts';
import type { PlatformId } from '../shared/platform.ts';
import type { Deadline } from './deadline.ts';
import { isOfUsMarketplace, US_ZONE, zoneOf } from './platform-zones.ts';

/** The platform has not yet been told that the goods left: only then does it cancel by itself. */
const UNTOLD: readonly RemoteStage[] = ['to-confirm', 'registering', 'to-hand-over'];

interface AutoCancelRule {
  /** ISO 8601 day from which the platform publishes the rule so. */
  readonly since: string;
  /** Document of the platform. */
  readonly source: string;
  /** null: the rule does not speak of this order. */
  readonly clock: (facts: OrderFacts, shipByMs: number) => Deadline | null;
}

/**
 * Rules by which platforms cancel what was not shipped, as far as they are published. Ozon, Coupang and Taobao name no
 * such time: none is made up for them.
 */
const RULES: Readonly<Partial<Record<PlatformId, AutoCancelRule>>> = {
  amazon: {
    since: '2020-01-01',
    source:
      'Seller Central, Confirm your shipment (notice of 2020): not confirmed within 7 business days after the ship-by ' +
      'date, an order is cancelled and not paid',
    clock: afterSevenBusinessDays,
  },
  aliexpress: {
    since: '2020-08-01',
    source:
      'AliExpress seller rules, transaction non-fulfilment (成交不卖, 2020-08): without a tracking number by the end of ' +
      'the time to ship, the order is closed',
    clock: (facts, shipByMs) => reckoned(shipByMs, zoneOf(facts), null),
  },
};

/** When the platform cancels the order if nothing is shipped; null where no published rule says so. */
export function autoCancelOf(facts: OrderFacts): Deadline | null {
  const rule = RULES[facts.platform];
  if (rule === undefined || facts.shipByMs === null || !UNTOLD.includes(facts.stage)) return null;
  return facts.placedAtMs < Date.parse(rule.since) ? null : rule.clock(facts, facts.shipByMs);
}

/** The notice speaks of business days without a country: those of the US are known to be meant by amazon.com alone. */
function afterSevenBusinessDays(facts: OrderFacts, shipByMs: number): Deadline | null {
  if (!isOfUsMarketplace(facts)) return null;
  const lastDay = addWorkingDays('US', localDateAt(shipByMs, US_ZONE), 7);
  return reckoned(endOfDayMs(lastDay, US_ZONE), US_ZONE, 'US');
}

function reckoned(atMs: number, zone: string, calendar: Deadline['calendar']): Deadline {
  return { kind: 'auto-cancel', atMs, zone, calendar, isReported: false };
}
