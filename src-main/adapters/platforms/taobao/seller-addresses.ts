import { z } from 'zod';
import { plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type Refused, UNEXPECTED } from './errors.ts';
import { rows } from './rows.ts';
import { digits, text } from './schema.ts';

const address = z.object({
  contact_id: digits,
  contact_name: text,
  province: text,
  city: text,
  /** The platform's name for the district in this one answer. */
  country: text,
  addr: text,
  zip_code: text,
  phone: text,
  mobile_phone: text,
});
export type SellerAddress = z.infer<typeof address>;

/** The seller's default place of the kind: where carriers fetch ('get_def'), where returns go ('cancel_def'); null without one. */
export async function defaultAddress(
  { proxy }: ConnectorContext,
  kind: 'get_def' | 'cancel_def',
): Promise<{ readonly ok: true; readonly address: SellerAddress | null } | Refused> {
  const answer = await proxy.call('taobao.logistics.address.search', { rdef: kind });
  if (!answer.ok) return answer;
  const found = rows(answer.body, 'addresses', 'address_result');
  if (found === null) return UNEXPECTED;
  return { ok: true, address: found.flatMap((node) => address.safeParse(plain(node)).data ?? [])[0] ?? null };
}
