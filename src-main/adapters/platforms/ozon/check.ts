import type { ShopCheck } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { accessFault, type CallFault, isCircuitOpen, rejectionCode } from './errors.ts';
import { parseRoles, parseSellerInfo, type Roles, type SellerInfo } from './parse-account.ts';
import { OZON_METHODS } from './paths.ts';

/** Deadlines on the board are read against our clock; further off than this they would mislead. */
const MAX_SKEW_MS = 10 * 60_000;

type Failed = Extract<ShopCheck, { readonly kind: 'failed' }>;
const failed = (code: string, detail: string): Failed => ({ kind: 'failed', code, detail });

/** Tries the key: who the shop is, what the key may do and until when, and whether our clock is right. Never throws. */
export async function check({ proxy, settings }: ConnectorContext): Promise<ShopCheck> {
  const rolesAnswer = await proxy.call('roles', {});
  const roles = rolesAnswer.ok ? parseRoles(rolesAnswer.body) : checkFault(rolesAnswer.fault);
  if (isFailed(roles) && roles.code !== 'missing-role') return roles;
  const infoAnswer = await proxy.call('sellerInfo', {});
  const info = infoAnswer.ok ? (parseSellerInfo(infoAnswer.body) ?? noCompany) : checkFault(infoAnswer.fault);
  if (isFailed(info) && info.code !== 'missing-role') return info;
  const skewMs = (infoAnswer.ok ? infoAnswer.clockSkewMs : null) ?? (rolesAnswer.ok ? rolesAnswer.clockSkewMs : null);
  if (skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS) return failed('clock-off', `${Math.round(skewMs / 1000)} s`);
  const warnings = [
    ...roleWarnings(roles),
    ...(isFailed(info) ? [`missing-role:${OZON_METHODS.sellerInfo.path}`] : []),
  ];
  const essential = [OZON_METHODS.list.path, OZON_METHODS.get.path].find((path) =>
    warnings.includes(`missing-role:${path}`),
  );
  if (essential !== undefined) return failed('missing-role', essential);
  return {
    kind: 'ok',
    shopName: (isFailed(info) ? null : info.name) ?? `Ozon ${settings.clientId}`,
    currency: isFailed(info) ? null : info.currency,
    keyExpiresAtMs: isFailed(roles) ? null : roles.expiresAtMs,
    clockSkewMs: skewMs,
    accountId: settings.clientId,
    warnings: [...new Set(warnings)],
  };
}

const noCompany: Failed = failed('unexpected-answer', OZON_METHODS.sellerInfo.path);

const isFailed = (value: Roles | SellerInfo | Failed): value is Failed => 'kind' in value;

function roleWarnings(roles: Roles | Failed): string[] {
  if (isFailed(roles)) return [`missing-role:${OZON_METHODS.roles.path}`];
  return roles.missing === null ? ['roles-unreadable'] : roles.missing.map((path) => `missing-role:${path}`);
}

function checkFault(fault: CallFault): Failed {
  if (fault.kind === 'transport') return failed('unreachable', fault.transport);
  if (fault.kind === 'paced') return failed('unreachable', 'rate-limited');
  if (fault.kind === 'unexpected-answer') return failed('unexpected-answer', '');
  const { error } = fault;
  if (isCircuitOpen(error)) return failed('unreachable', 'circuit-open');
  if (error.status === 429 || error.status >= 500) return failed('unreachable', `http-${error.status}`);
  const code = accessFault(error) ?? (/required role/i.test(error.message) ? 'missing-role' : null);
  return code === null ? failed('unexpected-answer', rejectionCode(error)) : failed(code, error.message);
}
