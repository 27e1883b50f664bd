import type { CancelReason } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { fetchShape } from './reader.ts';
import { isUnpaid } from './units-status.ts';

/** The reasons of taobao.trade.close with their numbers there; nothing else is taken. */
export const CLOSE_REASONS: Readonly<Record<string, string>> = {
  1: '未及时付款',
  2: '买家不想买了',
  3: '买家信息填写错误，重新拍',
  4: '恶意买家/同行捣乱',
  5: '缺货',
  6: '买家拍错了',
  7: '同城见面交易',
};

/** The reasons for a trade that nobody has paid yet; none for any other: what is paid ends by a refund only. Throws PlatformFault. */
export async function cancelReasons(
  { proxy, timings }: ConnectorContext,
  tid: string,
): Promise<readonly CancelReason[]> {
  const { trade } = orThrow(await fetchShape(proxy, tid), timings);
  if (trade === null || !isUnpaid(trade)) return [];
  return Object.entries(CLOSE_REASONS).map(([id, title]) => ({ id, title, needsMessage: false }));
}
