import { endOfDayMs, localDateAt } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { OrderFacts } from '../order/facts.ts';
import type { CaseKind, OpenCase } from '../order/work.ts';
import type { PlatformId } from '../shared/platform.ts';
import type { Deadline } from './deadline.ts';
import { zoneOf } from './platform-zones.ts';

const HOUR_MS = 3_600_000;

/** How long the seller has, counted from the moment she learnt of it. */
interface CaseRule {
  readonly platform: PlatformId;
  readonly kind: CaseKind;
  readonly source: string;
  readonly clock: (openedAtMs: number) => Pick<Deadline, 'atMs' | 'zone' | 'calendar'>;
}

const CHINA_ZONE = 'Asia/Shanghai';

/** Cases that come by e-mail only, so that no platform's API names their end. */
const RULES: readonly CaseRule[] = [
  {
    platform: 'aliexpress',
    kind: 'chargeback',
    // The platform's page says "within the specified time"; its notices give sellers three working days.
    source: 'AliExpress notices of chargebacks (拒付): 3 working days, counted in China',
    clock: (openedAtMs) => {
      const lastDay = addWorkingDays('CN', localDateAt(openedAtMs, CHINA_ZONE), 3);
      return { atMs: endOfDayMs(lastDay, CHINA_ZONE), zone: CHINA_ZONE, calendar: 'CN' };
    },
  },
  {
    platform: 'amazon',
    kind: 'chargeback',
    source: 'Seller Central, Chargebacks: answer within 7 calendar days of the e-mail',
    clock: (openedAtMs) => ({ atMs: openedAtMs + 7 * 24 * HOUR_MS, zone: null, calendar: null }),
  },
  {
    platform: 'amazon',
    kind: 'claim',
    source: 'Seller Central, A-to-z Guarantee claims: a request for information is answered within 48 hours',
    clock: (openedAtMs) => ({ atMs: openedAtMs + 48 * HOUR_MS, zone: null, calendar: null }),
  },
  {
    platform: 'amazon',
    kind: 'urging',
    source: 'Seller Central, Buyer-Seller Messages: a message is answered within 24 hours, weekends and holidays too',
    clock: (openedAtMs) => ({ atMs: openedAtMs + 24 * HOUR_MS, zone: null, calendar: null }),
  },
];

/**
 * The clock of an open case: the time that was reported or entered; for a case opened by hand without one the platform's
 * rule, where it has one. Null: none runs.
 */
export function caseClockOf(facts: OrderFacts, open: OpenCase): Deadline | null {
  const isReported = open.afterSaleId !== null;
  // A buyer who chases the parcel wants a word first of all.
  const kind = open.kind === 'urging' ? 'first-reply' : 'case';
  if (open.dueAtMs !== null) {
    return { kind, atMs: open.dueAtMs, zone: isReported ? zoneOf(facts) : null, calendar: null, isReported };
  }
  const rule = isReported ? undefined : RULES.find((one) => one.platform === facts.platform && one.kind === open.kind);
  const reckoned = rule?.clock(open.openedAtMs) ?? null;
  return reckoned === null ? null : { kind, ...reckoned, isReported: false };
}
