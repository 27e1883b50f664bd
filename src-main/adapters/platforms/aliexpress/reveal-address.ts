import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { Address } from '../../../core/address/address.ts';
import { isRecord, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { knownDetail } from './get-order.ts';
import { codeWord, textOf } from './nodes.ts';
import { parseAddress } from './parse-address.ts';

/**
 * The address in full: what aliexpress.trade.seller.order.decrypt gives for the order's digest of the moment, together
 * with the parts that come in clear. Asked for one order at a time; its quota is not published. Null for an order without
 * a digest. Throws PlatformFault.
 */
export async function revealAddress(context: ConnectorContext, remoteId: string): Promise<Address | null> {
  const detail = await knownDetail(context, remoteId);
  const oaid = textOf(detail, 'oaid');
  if (oaid === null) return null;
  // The one call whose parameters are in camel case; the digest's own escapes are passed back as they came.
  const parameters = { orderId: remoteId, oaid };
  const { body } = orThrow(
    await context.proxy.read('aliexpress.trade.seller.order.decrypt', parameters),
    context.timings,
  );
  const answer = textOf(body, 'result_code') === null ? (member(body, 'result') ?? body) : body;
  const clear = member(answer, 'result_obj');
  if (isRecord(clear)) return parseAddress(member(detail, 'receipt_address'), clear);
  throw new PlatformFault({
    kind: 'rejected',
    code: `decrypt-failed:${codeWord(textOf(answer, 'result_code') ?? '')}`,
  });
}
