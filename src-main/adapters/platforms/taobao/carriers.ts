import { z } from 'zod';
import { type CarrierChoice, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { plain } from '../shared/json.ts';
import { carrierRuleOf } from './carrier-rule.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow, type Refused, UNEXPECTED } from './errors.ts';
import { fetchShape } from './reader.ts';
import { rows } from './rows.ts';
import { text } from './schema.ts';

const company = z.object({ code: z.string().trim().min(1).max(40), name: text, reg_mail_no: text });

type Company = z.infer<typeof company>;

/** Every carrier that a seller may call herself (taobao.logistics.companies.get). */
export async function fetchCompanies({
  proxy,
}: ConnectorContext): Promise<{ readonly ok: true; readonly companies: readonly Company[] } | Refused> {
  const answer = await proxy.call('taobao.logistics.companies.get', { fields: 'id,code,name,reg_mail_no' });
  if (!answer.ok) return answer;
  const found = rows(answer.body, 'logistics_companies', 'logistics_company');
  if (found === null) return UNEXPECTED;
  return { ok: true, companies: found.flatMap((node) => company.safeParse(plain(node)).data ?? []) };
}

/**
 * The carriers, without those that the platform's rule for this trade leaves out. The pattern is the platform's own; one
 * that is no JavaScript pattern is left away. Throws PlatformFault.
 */
export async function carriers(context: ConnectorContext, tid: string): Promise<readonly CarrierChoice[]> {
  const { proxy, timings } = context;
  const { trade } = orThrow(await fetchShape(proxy, tid), timings);
  if (trade === null) throw new PlatformFault({ kind: 'rejected', code: 'order-unknown' });
  const rule = carrierRuleOf(trade.logistics_infos);
  const { companies } = orThrow(await fetchCompanies(context), timings);
  return companies
    .filter(({ code }) => rule.allows(code))
    .map(({ code, name, reg_mail_no: pattern }) => ({
      code,
      name: name ?? code,
      numberPattern: usablePattern(pattern),
      isSuggested: rule.suggests(code),
    }));
}

function usablePattern(pattern: string | null): string | null {
  try {
    return pattern === null ? null : new RegExp(pattern).source;
  } catch {
    return null;
  }
}
