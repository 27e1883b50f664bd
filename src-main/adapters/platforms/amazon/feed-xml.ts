/** XML text of a value. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * POST_ORDER_ACKNOWLEDGEMENT_DATA with the status Failure, which cancels the whole order: every item must be there, each
 * with a reason (OrderAcknowledgement.xsd in an amzn-envelope).
 */
export function cancelFeed(
  sellerId: string,
  cancel: { readonly orderId: string; readonly itemIds: readonly string[]; readonly reason: string },
): string {
  const items = cancel.itemIds.map(
    (id) =>
      `<Item><AmazonOrderItemCode>${escaped(id)}</AmazonOrderItemCode>` +
      `<CancelReason>${escaped(cancel.reason)}</CancelReason></Item>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">',
    `<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>${escaped(sellerId)}</MerchantIdentifier></Header>`,
    '<MessageType>OrderAcknowledgement</MessageType>',
    '<Message><MessageID>1</MessageID><OrderAcknowledgement>',
    `<AmazonOrderID>${escaped(cancel.orderId)}</AmazonOrderID><StatusCode>Failure</StatusCode>`,
    ...items,
    '</OrderAcknowledgement></Message></AmazonEnvelope>',
    '',
  ].join('\n');
}

/** What a processing report says of a feed of one message. `DONE` alone says nothing. */
export type FeedVerdict = { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly code: string } | null;

/**
 * Reads the two numbers and the first error of a ProcessingReport. Only these elements are looked for, by name: the
 * report holds nothing else that is needed. null when it is no report.
 */
export function readProcessingReport(report: string): FeedVerdict {
  const element = (name: string): string | null =>
    new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(report)?.[1] ?? null;
  const failed = element('MessagesWithError');
  const taken = element('MessagesSuccessful');
  if (failed === null || taken === null) return null;
  if (Number(failed) === 0 && Number(taken) > 0) return { kind: 'taken' };
  if (/can no longer be cancel/i.test(report)) return { kind: 'refused', code: 'too-late-to-cancel' };
  const code = element('ResultMessageCode') ?? '';
  return { kind: 'refused', code: /^\d{1,10}$/.test(code) ? `feed-error-${code}` : 'feed-error' };
}
