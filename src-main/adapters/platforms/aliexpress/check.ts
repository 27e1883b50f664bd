import type { ShopCheck } from '../../../app/ports/platform-connector.ts';
import { jsonInteger, type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, loginCode, rejectionCode } from './errors.ts';
import type { Parameters } from './proxy.ts';
import { textOf } from './nodes.ts';
import { pacificText } from './pacific.ts';

/** Deadlines on the board are read against our clock; further off than this they would mislead. */
const MAX_SKEW_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
/** The seller is reminded to authorise again when less than this is left. */
const REMIND_MS = 14 * DAY_MS;

type Failed = Extract<ShopCheck, { readonly kind: 'failed' }>;
const failed = (code: string, detail: string): Failed => ({ kind: 'failed', code, detail });

/** levelCode of aliexpress.merchant.diagnosis.query → warning. */
const HEALTH: Readonly<Record<string, string>> = {
  '100': 'shop-health:fair',
  '200': 'shop-health:serious',
  '300': 'shop-health:frozen',
  '400': 'shop-health:closed',
};

/** Tries the shop: who it is, what the app may do, until when, and whether our clock is right. Never throws. */
export async function check(context: ConnectorContext): Promise<ShopCheck> {
  const { proxy, sessions, gateway, clock } = context;
  const answer = await proxy.read('aliexpress.merchant.profile.get', {});
  const skewMs = gateway.skewMs();
  if (skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS) return failed('clock-off', `${Math.round(skewMs / 1_000)} s`);
  if (!answer.ok && checkFault(answer.fault).code !== 'missing-role') return checkFault(answer.fault);
  const profile = answer.ok ? (member(answer.body, 'profile') ?? member(answer.body, 'result') ?? answer.body) : null;
  const missing = await missingPackages(context);
  if (!Array.isArray(missing)) return missing;
  if (missing.includes(ORDER_PACKAGE)) return failed('missing-role', ORDER_PACKAGE);
  const held = await sessions.get();
  const untilMs = held.ok ? held.session.refreshExpiresAtMs : null;
  const isEnding = untilMs !== null && untilMs - clock.nowMs() < REMIND_MS;
  return {
    kind: 'ok',
    shopName: (held.ok ? held.session.nick : '') || (textOf(profile, 'seller_id') ?? 'AliExpress'),
    currency: textOf(profile, 'quotation_currency'),
    keyExpiresAtMs: untilMs,
    clockSkewMs: skewMs,
    accountId: (held.ok ? held.session.nick : '') || null,
    warnings: [
      ...missing.map((name) => `missing-role:${name}`),
      ...(await healthWarnings(context)),
      ...(isEnding ? ['authorisation-ends-soon'] : []),
    ],
  };
}

const ORDER_PACKAGE = 'Order & Transaction';

/** A small reading call of each permission package of the console. */
const probes = (nowMs: number): readonly (readonly [string, string, Parameters])[] => [
  [
    ORDER_PACKAGE,
    'aliexpress.trade.seller.orderlist.get',
    { param_aeop_order_query: { create_date_start: pacificText(nowMs - DAY_MS), current_page: 1, page_size: 1 } },
  ],
  ['Logistics', 'aliexpress.logistics.redefining.listlogisticsservice', {}],
  ['Return & Refund', 'aliexpress.issue.issuelist.get', { query_dto: { current_page: 1, page_size: 1 } }],
  [
    'Evaluate',
    'aliexpress.evaluation.listorderevaluation.get',
    { trade_evaluation_request: { parent_order_ids: [jsonInteger('1')] } },
  ],
];

async function missingPackages({ proxy, gateway }: ConnectorContext): Promise<string[] | Failed> {
  const missing: string[] = [];
  for (const [name, method, parameters] of probes(gateway.platformNowMs())) {
    const answer = await proxy.read(method, parameters);
    if (answer.ok) continue;
    const fault = checkFault(answer.fault);
    if (fault.code === 'missing-role') missing.push(name);
    // Whatever else a probe says of its own parameters, the permission is there.
    else if (fault.code !== 'unexpected-answer') return fault;
  }
  return missing;
}

async function healthWarnings({ proxy }: ConnectorContext): Promise<string[]> {
  const answer = await proxy.read('aliexpress.merchant.diagnosis.query', {});
  if (!answer.ok) return [];
  const level = healthLevel(answer.body);
  return level !== null && Object.hasOwn(HEALTH, level) ? [HEALTH[level] ?? ''] : [];
}

function healthLevel(body: JsonNode): string | null {
  const response = member(body, 'response') ?? member(body, 'result') ?? body;
  const result = member(response, 'diagnosisResult') ?? member(response, 'diagnosis_result') ?? response;
  const level = member(result, 'level');
  return textOf(level, 'levelCode') ?? textOf(level, 'level_code') ?? textOf(result, 'levelCode');
}

function checkFault(fault: CallFault): Failed {
  switch (fault.kind) {
    case 'transport':
      return failed('unreachable', fault.transport);
    case 'http':
      return failed('unreachable', `http-${fault.status}`);
    case 'paced':
      return failed('unreachable', 'rate-limited');
    case 'no-session':
      return failed(fault.code, '');
    case 'unexpected-answer':
      return failed('unexpected-answer', '');
    case 'api': {
      const { error } = fault;
      const login = loginCode(error);
      if (login !== null) return failed(login, detailOf(login, error.code, error.message));
      if (rejectionCode(error) === 'missing-role') return failed('missing-role', '');
      const isTheirs = error.type === 'SYSTEM' || /CallLimit|Unavailable|timeout/i.test(error.code);
      return isTheirs ? failed('unreachable', error.code) : failed('unexpected-answer', error.code);
    }
  }
}

/** Which of the two keys is wrong, or the address that the platform saw; the texts hold nothing else of ours. */
function detailOf(login: string, code: string, message: string): string {
  if (login === 'wrong-key') return code === 'IncompleteSignature' ? 'appSecret' : 'appKey';
  if (login === 'ip-not-allowed')
    return /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\b/i.exec(message)?.[0] ?? '';
  return '';
}
