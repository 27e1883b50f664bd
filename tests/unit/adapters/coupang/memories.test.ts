import { describe, expect, it } from 'vitest';
import { createBoxMemory } from '../../../../src-main/adapters/platforms/coupang/box-memory.ts';
import { createCaseMemory } from '../../../../src-main/adapters/platforms/coupang/case-memory.ts';
import type { OrderSnapshot } from '../../../../src-main/app/ports/platform-connector.ts';
import type { AfterSale } from '../../../../src-main/core/case/after-sale.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-22T03:00:00Z');

function snapshotOf(change: Partial<OrderFacts>): OrderSnapshot {
  const facts: OrderFacts = {
    platform: 'coupang',
    remoteId: '1',
    remoteOrderNumber: '9',
    stage: 'to-confirm',
    rawStatus: 'ACCEPT',
    rawSubstatus: null,
    placedAtMs: NOW,
    shipByMs: null,
    deliverByMs: null,
    lines: [],
    buyerId: null,
    buyerName: '홍길동',
    country: 'KR',
    address: null,
    isAddressSealed: false,
    buyerNote: '문 앞',
    steps: ['confirm'],
    openSteps: [],
    alerts: [],
    trackingNumber: null,
    remoteParcels: [],
    total: null,
    service: null,
    cancellation: null,
    scanCodes: [],
    ...change,
  };
  return { facts, raw: '', warnings: [] };
}

describe('the memory of boxes', () => {
  it('keeps what is open over a restart, and nothing of the buyer', async () => {
    const notebook = memoryNotebook();
    await createBoxMemory(notebook).remember([snapshotOf({}), snapshotOf({ remoteId: '2', stage: 'delivered' })]);
    const again = createBoxMemory(notebook);
    expect(await again.recall('1', null)).toMatchObject({ remoteOrderNumber: '9', steps: ['confirm'] });
    expect(await again.recall('1', NOW)).toMatchObject({ remoteOrderNumber: '9' });
    expect(await again.recall('2', null)).toBeNull();
    expect([...notebook.pages.values()].join()).not.toMatch(/홍길동|문 앞/);
  });

  it('lets go of what is delivered, but not of what is cancelled: the same page may be pulled twice', async () => {
    const notebook = memoryNotebook();
    const memory = createBoxMemory(notebook);
    await memory.remember([snapshotOf({}), snapshotOf({ remoteId: '2' })]);
    await memory.remember([snapshotOf({ stage: 'delivered' }), snapshotOf({ remoteId: '2', stage: 'cancelled' })]);
    expect(await memory.recall('1', NOW)).toBeNull();
    expect(await memory.recall('2', NOW)).not.toBeNull();
  });

  it('forgets days that are long past, and reads no damaged page', async () => {
    const notebook = memoryNotebook();
    const memory = createBoxMemory(notebook);
    await memory.remember([snapshotOf({ placedAtMs: NOW - 100 * DAY_MS })]);
    await memory.remember([snapshotOf({ remoteId: '2' })]);
    expect([...notebook.pages.keys()]).toHaveLength(2);
    notebook.pages.set('boxes:20779', '{"broken');
    expect(await createBoxMemory(notebook).recall('2', NOW)).toBeNull();
  });
});

describe('the memory of cases', () => {
  const caseOf = (index: number, stage: AfterSale['stage']): AfterSale => ({
    platform: 'coupang',
    kind: 'return',
    remoteId: String(index),
    orderRemoteId: null,
    orderNumber: null,
    stage,
    rawStatus: '',
    reason: null,
    messages: [],
    amount: null,
    items: [],
    rating: null,
    trackingNumber: null,
    carrier: null,
    openedAtMs: NOW + index,
    updatedAtMs: NOW,
    dueAtMs: null,
    openActions: [],
  });

  it('keeps the newest open ones, with what was last known when they close', async () => {
    const notebook = memoryNotebook();
    const memory = createCaseMemory(notebook);
    await memory.remember(Array.from({ length: 450 }, (_, index) => caseOf(index, 'wait-seller')));
    await memory.remember([caseOf(449, 'closed'), caseOf(500, 'closed')]);
    expect(await createCaseMemory(notebook).recall('return', '449')).toMatchObject({ stage: 'wait-seller' });
    expect(await memory.recall('return', '500')).toBeNull();
    expect(await memory.recall('return', '3')).toBeNull();
    notebook.pages.set('cases', 'no json');
    expect(await memory.recall('return', '449')).toBeNull();
  });
});
