import { escapeXml } from './xml.ts';

/** What became of one message or row of a feed. */
export interface FeedResult {
  /** MessageID, or the number of the row. */
  messageId: string;
  orderId: string;
  /** Null when it was taken. */
  error: string | null;
}

/** The report of an XML feed. DONE says that this can be read, not that anything was taken. */
export function xmlReport(feedId: string, results: readonly FeedResult[]): string {
  const failed = results.filter((result) => result.error !== null);
  const rows = failed.map(
    ({ messageId, orderId, error }) => `
      <Result>
        <MessageID>${escapeXml(messageId)}</MessageID>
        <ResultCode>Error</ResultCode>
        <ResultMessageCode>18028</ResultMessageCode>
        <ResultDescription>${escapeXml(error ?? '')}</ResultDescription>
        <AdditionalInfo><AmazonOrderID>${escapeXml(orderId)}</AmazonOrderID></AdditionalInfo>
      </Result>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
  <Header><DocumentVersion>1.02</DocumentVersion><MerchantIdentifier>DEMO</MerchantIdentifier></Header>
  <MessageType>ProcessingReport</MessageType>
  <Message>
    <MessageID>1</MessageID>
    <ProcessingReport>
      <DocumentTransactionID>${escapeXml(feedId)}</DocumentTransactionID>
      <StatusCode>Complete</StatusCode>
      <ProcessingSummary>
        <MessagesProcessed>${results.length}</MessagesProcessed>
        <MessagesSuccessful>${results.length - failed.length}</MessagesSuccessful>
        <MessagesWithError>${failed.length}</MessagesWithError>
        <MessagesWithWarning>0</MessagesWithWarning>
      </ProcessingSummary>${rows.join('')}
    </ProcessingReport>
  </Message>
</AmazonEnvelope>
`;
}

/** The report of a flat file. */
export function flatReport(results: readonly FeedResult[]): string {
  const failed = results.filter((result) => result.error !== null);
  const head = [
    'Feed Processing Summary:',
    `\tNumber of records processed\t\t${results.length}`,
    `\tNumber of records successful\t\t${results.length - failed.length}`,
    '',
    'original-record-number\torder-id\terror-code\terror-type\terror-message',
  ];
  const rows = failed.map(({ messageId, orderId, error }) => `${messageId}\t${orderId}\t18028\tError\t${error ?? ''}`);
  return `${[...head, ...rows].join('\n')}\n`;
}
