import type { ShopCheck } from '../../../app/ports/platform-connector.ts';
import { plain, member } from '../shared/json.ts';
import { type ApiName, packageOf } from './apis.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, isRoleMissing, loginCode, rejectionCode } from './errors.ts';
import type { Parameters } from './sender.ts';

/** Deadlines on the board are read against our clock; further off than this they would mislead. */
const MAX_SKEW_MS = 10 * 60_000;
/** A token cannot be renewed, only got anew, so the warning comes weeks ahead. */
const SOON_MS = 30 * 24 * 3_600_000;

type Failed = Extract<ShopCheck, { readonly kind: 'failed' }>;
const failed = (code: string, detail: string): Failed => ({ kind: 'failed', code, detail });

/** One cheap read for each further package, to see whether the app has it. */
const PROBES: readonly (readonly [ApiName, Parameters])[] = [
  ['cainiao.waybill.ii.search', {}],
  ['taobao.logistics.address.search', { rdef: 'get_def' }],
  ['taobao.refunds.receive.get', { fields: 'refund_id', page_size: '1' }],
  ['taobao.traderates.get', { fields: 'tid', rate_type: 'get', role: 'buyer', page_size: '1' }],
];

/** Tries key and token: whose shop it is, what the app may do and until when, and whether our clock is right. Never throws. */
export async function check(context: ConnectorContext): Promise<ShopCheck> {
  const owner = await context.seller();
  if (!owner.ok) return await checkFault(context, owner.fault);
  const orders = await context.proxy.call('taobao.trades.sold.get', {
    fields: 'tid',
    page_size: '1',
    use_has_next: 'true',
  });
  if (!orders.ok) return await checkFault(context, orders.fault);
  const skewMs = context.proxy.clockSkewMs();
  if (skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS) return failed('clock-off', `${Math.round(skewMs / 1000)} s`);
  const warnings: string[] = [];
  for (const [api, parameters] of PROBES) {
    const answer = await context.proxy.call(api, parameters);
    if (!answer.ok && answer.fault.kind === 'api' && isRoleMissing(answer.fault.error))
      warnings.push(`missing-role:${api}`);
  }
  const session = await context.session();
  const expiresAtMs = session.ok ? session.session.expiresAtMs : null;
  if (expiresAtMs !== null && expiresAtMs - context.clock.nowMs() < SOON_MS) warnings.push('authorisation-ends-soon');
  return {
    kind: 'ok',
    shopName: owner.seller.nick,
    currency: 'CNY',
    keyExpiresAtMs: expiresAtMs,
    clockSkewMs: skewMs,
    accountId: owner.seller.userId,
    warnings,
  };
}

async function checkFault(context: ConnectorContext, fault: CallFault): Promise<Failed> {
  switch (fault.kind) {
    case 'transport':
      return failed('unreachable', fault.transport);
    case 'http':
      return failed('unreachable', `http-${fault.status}`);
    case 'paced':
      return failed('unreachable', 'rate-limited');
    case 'login':
      return failed(fault.code, '');
    case 'unexpected-answer':
      return failed('unexpected-answer', '');
    case 'api':
      break;
  }
  const { api, error } = fault;
  const login = loginCode(error);
  if (login === 'ip-not-allowed') return failed(login, await callerIp(context));
  if (login !== null) return failed(login, error.message);
  if (isRoleMissing(error)) return failed('missing-role', `${packageOf(api)} (${api})`);
  if (error.code === 30 || error.code === 31) return failed('clock-off', error.message);
  if ([7, 8, 10].includes(error.code) || error.subCode.startsWith('isp.'))
    return failed('unreachable', `top-${error.code}`);
  return failed('unexpected-answer', rejectionCode(error));
}

/** The address that the platform sees us come from, to be put on its list; '' when it would not say. */
async function callerIp({ proxy }: ConnectorContext): Promise<string> {
  const answer = await proxy.call('taobao.appip.get', {});
  const ip = answer.ok ? plain(member(answer.body, 'ip')) : '';
  return typeof ip === 'string' ? ip : '';
}
