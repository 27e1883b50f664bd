import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { moneyToDecimal } from '../../../core/money/money.ts';
import { isRecord, type JsonNode, member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { listOf, textOf } from './nodes.ts';
import { parseDetailOrder } from './parse-detail-order.ts';

/**
 * Declare keys that the platform's shipping rules allow for an order's country and amount
 * (/aliexpress/logistics/query/rule/info, platformRule); null where no rule speaks of it, or none can be read. Throws
 * PlatformFault for passing faults.
 */
export async function allowedKeys(context: ConnectorContext, detail: JsonNode): Promise<ReadonlySet<string> | null> {
  const { proxy, timings } = context;
  const answer = await proxy.read('/aliexpress/logistics/query/rule/info', { param1: { type: 'platformRule' } });
  if (!answer.ok) {
    const outcome = faultOutcome(answer.fault, 'read', timings);
    if (outcome.kind !== 'rejected') throw new PlatformFault(outcome);
    return null;
  }
  const parsed = parseDetailOrder(detail);
  const total = parsed.ok ? parsed.parts.total : null;
  const country = textOf(member(detail, 'receipt_address'), 'country');
  if (total === null || country === null) return null;
  const data = member(member(answer.body, 'result'), 'data') ?? member(answer.body, 'data');
  const amount = Number(moneyToDecimal(total));
  const rule = listOf(data, 'service_net_rule_info_list')
    .map((node) => member(node, 'service_net_rule_config_dto') ?? node)
    .find((node) => conditionsOf(node).some((condition) => isMet(condition, country, amount, total.currency)));
  const keys = listOf(rule, 'logistics_codes').flatMap((code) => {
    const text = plain(code);
    return typeof text === 'string' ? [text] : [];
  });
  return keys.length === 0 ? null : new Set(keys);
}

function conditionsOf(rule: JsonNode): readonly JsonNode[] {
  const list = listOf(rule, 'condition');
  const single = member(rule, 'condition');
  return list.length > 0 ? list : isRecord(single) ? [single] : [];
}

/** Countries are the platform's own codes here too. An amount in another currency cannot be compared. */
function isMet(condition: JsonNode, country: string, amount: number, currency: string): boolean {
  if (textOf(condition, 'country') !== country) return false;
  const limit = textOf(condition, 'amount');
  if (limit === null) return true;
  if (textOf(condition, 'currency_code') !== currency) return false;
  const bound = Number(limit);
  switch (textOf(condition, 'compare_type')) {
    case '>':
      return amount > bound;
    case '>=':
      return amount >= bound;
    case '<':
      return amount < bound;
    case '<=':
      return amount <= bound;
    default:
      return false;
  }
}
