import { z } from 'zod';
import { member, plain } from '../shared/json.ts';
import { type Refused, UNEXPECTED } from './errors.ts';
import type { TaobaoProxy } from './proxy.ts';
import { digits, text } from './schema.ts';

const user = z.object({ user_id: digits, nick: text, type: text });

/** Whose shop it is. B is Tmall, C is Taobao: they may do different things. */
export interface Seller {
  readonly userId: string;
  readonly nick: string;
  readonly isTmall: boolean;
}

type SellerResult = { readonly ok: true; readonly seller: Seller } | Refused;

/** Asks who the seller is, once; after a fault the next caller asks again. */
export function createSellerSource(proxy: TaobaoProxy): () => Promise<SellerResult> {
  let known: Seller | null = null;
  return async () => {
    if (known !== null) return { ok: true, seller: known };
    const answer = await proxy.call('taobao.user.seller.get', { fields: 'user_id,nick,type' });
    if (!answer.ok) return answer;
    const shape = user.safeParse(plain(member(answer.body, 'user')));
    if (!shape.success) return UNEXPECTED;
    const { user_id: userId, nick, type } = shape.data;
    known = { userId, nick: nick ?? userId, isTmall: type === 'B' };
    return { ok: true, seller: known };
  };
}
