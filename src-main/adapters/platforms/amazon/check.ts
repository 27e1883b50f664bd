import type { ShopCheck } from '../../../app/ports/platform-connector.ts';
import { SECRET_LIVES_MS } from './access-token.ts';
import type { CallResult } from './call.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, isDenied, isTokenFault, outcomeCode, rejectionCode } from './errors.ts';
import { marketplaceById } from './marketplaces.ts';
import { type Participation, parseParticipations } from './parse-participations.ts';
import { timeText } from './parse-time.ts';
import { restrictedResources } from './restricted-token.ts';
import type { AmazonSettings } from './settings.ts';

/** Deadlines on the board are read against our clock; further off than this they would mislead. */
const MAX_SKEW_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

type Failed = Extract<ShopCheck, { readonly kind: 'failed' }>;
const failed = (code: string, detail: string): Failed => ({ kind: 'failed', code, detail });

/**
 * Tries the keys: where the account sells (Sellers API v1, getMarketplaceParticipations), and which roles the app has,
 * each by the cheapest call that needs it. Never throws.
 */
export async function check(context: ConnectorContext): Promise<ShopCheck> {
  const { proxy, settings } = context;
  const answer = await proxy.call('getMarketplaceParticipations');
  if (!answer.ok) return checkFault(answer.fault, settings);
  const all = parseParticipations(answer.body);
  if (all.length === 0) return failed('unexpected-answer', 'marketplaceParticipations');
  const skewMs = answer.clockSkewMs;
  if (skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS) return failed('clock-off', `${Math.round(skewMs / 1000)} s`);
  const regions = new Set(all.flatMap(({ id }) => marketplaceById(id)?.region ?? []));
  if (regions.size > 0 && !regions.has(settings.region)) return failed('wrong-region', [...regions].join(', '));
  const orders = await mayReadOrders(context);
  if (orders !== null) return orders;
  const own = all.filter(({ isParticipating }) => isParticipating);
  const currencies = new Set(own.map(({ currency }) => currency));
  const [currency = null] = currencies;
  return {
    kind: 'ok',
    shopName: all.find(({ storeName }) => storeName !== null)?.storeName ?? settings.sellerId,
    currency: currencies.size === 1 ? currency : null,
    keyExpiresAtMs: settings.secretIssuedAtMs === null ? null : settings.secretIssuedAtMs + SECRET_LIVES_MS,
    clockSkewMs: skewMs,
    accountId: settings.sellerId,
    warnings: [...marketplaceWarnings(own, settings), ...(await roleWarnings(context, firstOf(own, settings)))],
  };
}

/** An order that nobody has: not found is as good as an order, refused means that the role is missing. */
async function mayReadOrders({ proxy, settings }: ConnectorContext): Promise<Failed | null> {
  const answer = await proxy.call('getOrder', { params: { orderId: '000-0000000-0000000' } });
  if (answer.ok) return null;
  if (isDenied(answer.fault)) return failed('missing-role', 'Inventory and Order Tracking');
  const { fault } = answer;
  return fault.kind === 'api' && fault.error.status < 500 ? null : checkFault(fault, settings);
}

function marketplaceWarnings(own: readonly Participation[], { marketplaceIds }: AmazonSettings): string[] {
  const ids = own.map(({ id }) => id);
  const wanted = marketplaceIds.length === 0 ? ids : marketplaceIds;
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `marketplace-not-yours:${id}`),
    ...own
      .filter(({ id, isSuspended }) => isSuspended && wanted.includes(id))
      .map(({ id }) => `listings-suspended:${id}`),
  ];
}

/** A marketplace that is surely the account's. */
const firstOf = (own: readonly Participation[], { marketplaceIds, region }: AmazonSettings): string => {
  const ids = own.map(({ id }) => id).filter((id) => marketplaceById(id)?.region === region);
  return marketplaceIds.find((id) => ids.includes(id)) ?? ids[0] ?? '';
};

/** Roles that single steps need; the shop works without them, but for those steps. */
async function roleWarnings({ proxy, settings }: ConnectorContext, marketplaceId: string): Promise<string[]> {
  const listing = {
    params: { sellerId: settings.sellerId, sku: 'chudan-check' },
    query: { marketplaceIds: marketplaceId },
  };
  const postedAfter = timeText(proxy.nowMs() - HOUR_MS);
  const probes: readonly (readonly [string, Promise<CallResult>])[] = [
    ['Direct-to-Consumer Shipping', proxy.call('createRestrictedDataToken', { body: restrictedResources() })],
    ['Product Listing', proxy.call('getListingsItem', listing)],
    ['Finance and Accounting', proxy.call('listTransactions', { query: { postedAfter } })],
  ];
  const warnings: string[] = [];
  for (const [role, probe] of probes) {
    const answer = await probe;
    if (!answer.ok && lacksRole(answer.fault)) warnings.push(`missing-role:${role}`);
  }
  return warnings;
}

const lacksRole = (fault: CallFault): boolean =>
  isDenied(fault) || (fault.kind === 'api' && rejectionCode(fault.error) === 'missing-role');

function checkFault(fault: CallFault, { region }: AmazonSettings): Failed {
  switch (fault.kind) {
    case 'login-refused':
      return failed(fault.code, fault.detail);
    case 'login-away':
      return failed('unreachable', fault.code);
    case 'transport':
      return failed('unreachable', fault.transport);
    case 'unexpected-answer':
      return failed('unexpected-answer', '');
    case 'paced':
      return failed('unreachable', 'rate-limited');
    case 'api':
      break;
  }
  const { error } = fault;
  if (error.status === 429 || error.status >= 500) return failed('unreachable', `http-${error.status}`);
  if (/secret/i.test(error.details)) return failed('secret-expired', 'clientSecret');
  if (isTokenFault(error)) return failed('wrong-key', 'refreshToken');
  // A host of another region refuses the token of this one without a reason.
  if (isDenied(fault)) return failed('wrong-region', region);
  return failed('unexpected-answer', outcomeCode(faultOutcome(fault, 'read')));
}
