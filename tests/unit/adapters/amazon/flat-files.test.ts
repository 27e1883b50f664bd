import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackCases } from '../../../../src-main/adapters/platforms/amazon/feedback-report.ts';
import {
  cellOf,
  decodeFlatFile,
  readFlatFile,
  readReportDate,
} from '../../../../src-main/adapters/platforms/amazon/flat-file.ts';
import { cancelFeed, readProcessingReport } from '../../../../src-main/adapters/platforms/amazon/feed-xml.ts';
import { returnCases } from '../../../../src-main/adapters/platforms/amazon/returns-report.ts';
import { readXml } from '../../../../src-main/demo/amazon/feeds/xml.ts';

const file = (...rows: string[][]) => readFlatFile(rows.map((cells) => cells.join('\t')).join('\r\n'));

describe('flat files', () => {
  it('are read by their header, whatever its case, in the charset that was named', () => {
    const text = 'ORDER id\tItem Name\r\n1\tCafé\r\n\r\n2\r\n';
    const rows = readFlatFile(decodeFlatFile(Buffer.from(text, 'latin1'), 'text/plain; charset=Cp1252'));
    expect(rows.map((row) => [cellOf(row, 'Order ID'), cellOf(row, 'item-name')])).toEqual([
      ['1', 'Café'],
      ['2', null],
    ]);
    expect(decodeFlatFile(Buffer.from('日本'), 'text/plain; charset=UTF-8')).toBe('日本');
    expect(decodeFlatFile(Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'text/plain;charset=Shift_JIS')).toBe('日本');
    expect(decodeFlatFile(Buffer.from('x'), 'text/plain; charset=martian')).toBe('x');
  });

  it.each([
    ['24-Sep-2026', '2026-09-24'],
    ['1-Jan-26', '2026-01-01'],
    ['2026-09-24T11:12:13Z', '2026-09-24'],
    ['2026/9/4', '2026-09-04'],
    ['24.09.2026', '2026-09-24'],
    ['9/24/2026', '2026-09-24'],
    ['24/9/2026', '2026-09-24'],
    ['31-Feb-2026', null],
    ['soon', null],
    ['', null],
  ])('write %s for a day', (text, day) => {
    expect(readReportDate(text)).toBe(day === null ? null : Date.parse(`${day}T00:00:00Z`));
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        returnCases(readFlatFile(text));
        feedbackCases(readFlatFile(text));
        readReportDate(text);
        readProcessingReport(text);
      }),
    );
  });
});

describe('returns', () => {
  const head = [
    'Order ID',
    'Return request date',
    'Return request status',
    'Amazon RMA ID',
    'Merchant SKU',
    'Return quantity',
    'Return Reason',
    'Refunded Amount',
    'Currency code',
    'Return delivery date',
    'Tracking ID',
    'Return carrier',
  ];
  const row = (changes: Partial<Record<string, string>> = {}) =>
    head.map(
      (name) =>
        ({
          'Order ID': '114-1',
          'Return request date': '24-Sep-2026',
          'Return request status': 'Pending Approval',
          'Amazon RMA ID': 'D1RRMA',
          'Merchant SKU': 'MUG',
          'Return quantity': '1',
          'Return Reason': 'DEFECTIVE',
          ...changes,
        })[name] ?? '',
    );
  const stage = (status: string, back = '') =>
    returnCases(file(head, row({ 'Return request status': status, 'Return delivery date': back }))).cases[0]?.afterSale
      .stage;

  it('are one case a return, with the goods of all its rows', () => {
    const { cases, odd } = returnCases(file(head, row(), row({ 'Merchant SKU': 'LAMP', 'Return quantity': '2' })));
    expect(odd).toEqual([]);
    expect(cases).toHaveLength(1);
    expect(cases[0]?.afterSale).toMatchObject({
      remoteId: 'D1RRMA',
      stage: 'wait-seller',
      items: [
        { remoteSku: 'MUG', quantity: 1 },
        { remoteSku: 'LAMP', quantity: 2 },
      ],
      amount: null,
      dueAtMs: Date.parse('2026-09-25T00:00:00Z'),
    });
  });

  it('know whose turn it is', () => {
    expect(stage('Approved')).toBe('wait-buyer');
    expect(stage('Approved', '30-Sep-2026')).toBe('wait-seller');
    expect(stage('Completed')).toBe('closed');
    expect(stage('In superposition')).toBe('unknown');
  });

  it('keep the refund, and rows that cannot be read', () => {
    const refunded = row({ 'Return request status': 'Completed', 'Refunded Amount': '12.50', 'Currency code': 'USD' });
    const { cases, odd } = returnCases(file(head, refunded, row({ 'Return request date': '?' }), ['', '', '']));
    expect(cases[0]?.afterSale.amount).toEqual({ minor: 1_250, currency: 'USD' });
    expect(odd.map(({ remoteId, reason }) => [remoteId, reason])).toEqual([['D1RRMA', 'unreadable:return']]);
  });

  it('without a number are named by order and item', () => {
    expect(returnCases(file(head, row({ 'Amazon RMA ID': '' }))).cases[0]?.afterSale.remoteId).toBe('114-1:MUG');
  });
});

describe('feedback', () => {
  it('is a review, without the address of the rater, also in another language', () => {
    const { cases } = feedbackCases(
      file(
        ['Datum', 'Bewertung', 'Kommentare', 'Ihre Antwort', 'Bestellnummer', 'E-Mail des Bewerters'],
        ['24.09.2026', '2', 'Zu spät', 'Verzeihung', '303-1', 'x@marketplace.amazon.de'],
      ),
    );
    expect(cases[0]?.afterSale).toMatchObject({ rating: 2, stage: 'closed', orderRemoteId: '303-1' });
    expect(cases[0]?.raw).not.toContain('@');
  });
});

describe('the acknowledgement feed', () => {
  it('is an envelope with every item, and escapes what it is given', () => {
    const xml = cancelFeed('A&B', { orderId: '114-1', itemIds: ['1', '<2>'], reason: 'NoInventory' });
    const envelope = readXml(xml);
    expect(envelope.name).toBe('AmazonEnvelope');
    expect(xml).toContain('<MerchantIdentifier>A&amp;B</MerchantIdentifier>');
    expect(xml).toContain('<AmazonOrderItemCode>&lt;2&gt;</AmazonOrderItemCode>');
  });

  it('is judged by its report, not by DONE', () => {
    const report = (errors: number, more = '') =>
      `<ProcessingSummary><MessagesSuccessful>${1 - errors}</MessagesSuccessful><MessagesWithError>${errors}</MessagesWithError></ProcessingSummary>${more}`;
    expect(readProcessingReport(report(0))).toEqual({ kind: 'taken' });
    expect(readProcessingReport(report(1, '<ResultMessageCode>18028</ResultMessageCode>'))).toEqual({
      kind: 'refused',
      code: 'feed-error-18028',
    });
    expect(readProcessingReport('unable to process the XML feed')).toBeNull();
  });
});
