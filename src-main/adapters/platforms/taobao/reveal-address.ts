import { z } from 'zod';
import { type Address } from '../../../core/address/address.ts';
import { plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow, readFault } from './errors.ts';
import { toAddress } from './parse-receiver.ts';
import { fetchShape } from './reader.ts';
import { rows } from './rows.ts';
import { flag, text, type TradeShape } from './schema.ts';
import { unexpected } from './trade-page.ts';

/** What the plain address is wanted for: a slip that is written by hand (taobao.top.oaid.decrypt, scene). */
const SCENE = '1006';

const receiver = z.object({
  tid: text,
  matched: flag,
  name: text,
  mobile: text,
  phone: text,
  country: text,
  state: text,
  city: text,
  district: text,
  town: text,
  address_detail: text,
});

/**
 * The address behind a trade's OAID; the mobile may be a relay number with an extension (18877771111-123) that ends some
 * day. Null when the platform gives none. An OAID that no longer matches (the buyer moved meanwhile) is read afresh, once.
 * Throws PlatformFault.
 */
export async function revealAddress(context: ConnectorContext, tid: string): Promise<Address | null> {
  for (let turn = 0; turn < 2; turn += 1) {
    const { trade } = orThrow(await fetchShape(context.proxy, tid), context.timings);
    if (trade === null || trade.oaid === null) return null;
    const found = await decrypt(context, trade, trade.oaid);
    if (found !== 'stale') return found;
  }
  throw unexpected('oaid-not-matching');
}

async function decrypt(
  { proxy, timings }: ConnectorContext,
  trade: TradeShape,
  oaid: string,
): Promise<Address | null | 'stale'> {
  const query = [{ oaid, tid: trade.tid, scene: SCENE }];
  const answer = await proxy.call('taobao.top.oaid.decrypt', { query_list: JSON.stringify(query) });
  if (!answer.ok) throw readFault(answer.fault, timings);
  const found = rows(answer.body, 'receiver_list', 'receiver') ?? [];
  const shape = receiver.safeParse(plain(found[0])).data;
  if (shape === undefined || shape.tid !== trade.tid) throw unexpected();
  if (!shape.matched) return 'stale';
  if (shape.name === null && shape.address_detail === null) return null;
  return toAddress({ ...shape, street: shape.address_detail, zip: trade.receiver_zip });
}
