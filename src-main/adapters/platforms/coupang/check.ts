import type { ShopCheck } from '../../../app/ports/platform-connector.ts';
import { type CallFault, forbiddenCode, unauthorizedCode } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { queryOf } from './query.ts';
import { dayText, seoulDay } from './seoul-time.ts';

/** The platform's tolerance is not published; beyond this the seller's clock is worth mending. */
const CLOCK_OFF_MS = 5 * 60_000;

/** Asks for today's paid orders and says what stands in the way, if something does. */
export async function check(context: ConnectorContext): Promise<ShopCheck> {
  const { proxy, paths, settings } = context;
  const today = dayText(seoulDay(proxy.nowMs()));
  const query = queryOf({
    createdAtFrom: `${today}+09:00`,
    createdAtTo: `${today}+09:00`,
    status: 'ACCEPT',
    maxPerPage: '1',
  });
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v5', 'ordersheets'), query }, 'push');
  const skewMs = proxy.lastSkewMs();
  if (skewMs !== null && Math.abs(skewMs) > CLOCK_OFF_MS)
    return failed('clock-off', String(Math.round(skewMs / 1_000)));
  if (!answer.ok) return faultCheck(context, answer.fault);
  return {
    kind: 'ok',
    shopName: settings.vendorId,
    currency: 'KRW',
    keyExpiresAtMs: settings.keyExpiresAtMs,
    clockSkewMs: answer.clockSkewMs,
    accountId: settings.vendorId,
    warnings: [],
  };
}

const failed = (code: string, detail: string): ShopCheck => ({ kind: 'failed', code, detail });

function faultCheck({ settings, proxy }: ConnectorContext, fault: CallFault): ShopCheck {
  switch (fault.kind) {
    case 'transport':
      return failed('unreachable', fault.transport);
    case 'throttled':
    case 'paced':
      return failed('rate-limited', String(Math.ceil(fault.afterMs / 1_000)));
    case 'blocked':
      return failed('blocked', '');
    case 'api':
      return apiCheck(fault.status, fault.message, settings.keyExpiresAtMs, proxy.nowMs());
    default:
      return failed('unexpected-answer', '');
  }
}

function apiCheck(status: number, message: string, keyExpiresAtMs: number | null, nowMs: number): ShopCheck {
  if (status === 401) {
    const code = unauthorizedCode(message);
    if (code === 'signature-expired') return failed('clock-off', '');
    // The platform may not say that a key is over; the day on which it was issued does.
    return failed(keyExpiresAtMs !== null && keyExpiresAtMs <= nowMs ? 'key-expired' : code, '');
  }
  if (status === 403) return failed(forbiddenCode(message), addressIn(message));
  if (status === 404 || (status === 400 && /vendor id/i.test(message))) return failed('vendor-id-wrong', '');
  return failed('unexpected-answer', `http-${status}`);
}

/** The caller's public address, which the refusal names: the one to be put on the list in WING. */
function addressIn(message: string): string {
  const four = /\b\d{1,3}(?:\.\d{1,3}){3}\b/.exec(message)?.[0];
  return four ?? /\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}\b/i.exec(message)?.[0] ?? '';
}
