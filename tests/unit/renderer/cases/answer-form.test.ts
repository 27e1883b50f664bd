import { describe, expect, it } from 'vitest';
import { AFTER_SALE_ACTIONS } from '../../../../src-main/core/case/after-sale.ts';
import {
  amountText,
  answerFaults,
  needsOf,
  NO_ANSWER,
  readAmount,
} from '../../../../src-renderer/cases/answer-form.ts';

const asked = { minor: 1_250, currency: 'USD' };

describe('the answer to a case', () => {
  it('asks once more before money goes', () => {
    const grave = AFTER_SALE_ACTIONS.filter((action) => needsOf(action, 'taobao').isGrave);
    expect(grave).toEqual(['accept', 'offer', 'stop-shipment', 'confirm-received', 'approve-refund']);
  });

  it('needs words to a buyer, and a number for what was sent', () => {
    expect(answerFaults(needsOf('reply', 'amazon'), NO_ANSWER, null)).toEqual(['text']);
    expect(answerFaults(needsOf('reply', 'amazon'), { ...NO_ANSWER, text: 'hello' }, null)).toEqual([]);
    expect(answerFaults(needsOf('send-exchange', 'coupang'), NO_ANSWER, null)).toEqual(['trackingNumber']);
    expect(answerFaults(needsOf('close', 'amazon'), NO_ANSWER, null)).toEqual([]);
  });

  it('wants the number of what has left at Coupang only', () => {
    const faults = (platform: 'coupang' | 'taobao') =>
      answerFaults(needsOf('already-shipped', platform), NO_ANSWER, null);
    expect([faults('coupang'), faults('taobao')]).toEqual([['trackingNumber'], []]);
  });

  it('offers no more than is asked for', () => {
    const offer = (amount: string) =>
      answerFaults(needsOf('offer', 'aliexpress'), { ...NO_ANSWER, text: 'half', amount }, asked);
    expect(offer('6.25')).toEqual([]);
    expect(offer('12.50')).toEqual([]);
    expect(offer('12.51')).toEqual(['amount']);
    expect(offer('')).toEqual(['amount']);
  });
});

describe('amounts', () => {
  it.each([
    ['12.50', 'USD', 1_250],
    ['12,5', 'EUR', 1_250],
    ['18000', 'KRW', 18_000],
    ['1.5', 'KRW', null],
    ['0', 'USD', null],
    ['-1', 'USD', null],
    ['1.234', 'USD', null],
    ['12', '??', 1_200],
  ])('%s %s', (text, currency, minor) => {
    expect(readAmount(text, currency)).toEqual(minor === null ? null : { minor, currency });
  });

  it('are shown as they are typed', () => {
    expect(amountText(asked)).toBe('12.50');
    expect(amountText({ minor: 18_000, currency: 'KRW' })).toBe('18000');
  });
});
