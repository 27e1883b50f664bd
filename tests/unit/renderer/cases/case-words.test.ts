import { beforeAll, describe, expect, it } from 'vitest';
import type { AfterSaleView } from '../../../../src-main/contract/methods/after-sales.ts';
import { AFTER_SALE_ACTIONS, AFTER_SALE_KINDS, AFTER_SALE_STAGES } from '../../../../src-main/core/case/after-sale.ts';
import { caseTitle, isAnswering, stageTone } from '../../../../src-renderer/cases/case-words.ts';
import { caseKey } from '../../../../src-renderer/features/cases/use-case-keys.ts';
import { cases } from '../../../../src-renderer/i18n/locales/zh-CN/cases.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

beforeAll(() => setUpWords('en'));

const afterSale = (change: Partial<AfterSaleView> = {}): AfterSaleView => ({
  id: 'c',
  shopId: 's',
  shopName: 'Shop',
  platform: 'aliexpress',
  kind: 'dispute',
  remoteId: '1',
  orderId: null,
  orderNumber: null,
  stage: 'wait-seller',
  rawStatus: 'processing',
  reason: null,
  messages: [],
  amount: null,
  items: [],
  rating: null,
  trackingNumber: null,
  openedAtMs: 0,
  updatedAtMs: 0,
  dueAtMs: null,
  actions: [],
  link: null,
  effects: [],
  ...change,
});
const effect = (state: string): AfterSaleView['effects'][number] => ({
  id: 'e',
  kind: 'answer-case',
  state,
  code: null,
  attempts: 0,
  dueAtMs: 0,
  trackingNumber: null,
});

describe('the words of a case', () => {
  it('are there for every kind, stage and answer', () => {
    expect(Object.keys(cases.kind)).toEqual([...AFTER_SALE_KINDS]);
    expect(Object.keys(cases.stage)).toEqual([...AFTER_SALE_STAGES]);
    expect(Object.keys(cases.action)).toEqual([...AFTER_SALE_ACTIONS]);
    expect(Object.keys(cases.actionHelp)).toEqual([...AFTER_SALE_ACTIONS]);
  });

  it('name the money, or the stars', () => {
    expect(caseTitle(afterSale({ amount: { minor: 1_250, currency: 'USD' } }), currentWords())).toBe(
      'Dispute · $12.50',
    );
    expect(caseTitle(afterSale({ kind: 'review', rating: 1 }), currentWords())).toBe('Review · 1 star');
    expect(caseTitle(afterSale(), currentWords())).toBe('Dispute');
  });

  it('are loud where it is the turn of the seller', () => {
    expect(AFTER_SALE_STAGES.map(stageTone)).toEqual(['soon', 'info', 'info', 'plain', 'late']);
  });

  it('hold back a second answer while one is on its way', () => {
    expect(isAnswering(afterSale({ effects: [effect('queued')] }))).toBe(true);
    expect(isAnswering(afterSale({ effects: [effect('done'), effect('gave-up')] }))).toBe(false);
  });

  it('are reached by the keys of the board', () => {
    expect(['j', 'ArrowUp', 'Enter', 'n', 'c', 'Escape', 'p'].map(caseKey)).toEqual([
      1,
      -1,
      'open',
      'note',
      'close',
      'leave',
      null,
    ]);
  });
});
