import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalBody, NewJournalEntry } from '../../../src-main/app/ports/store-rows.ts';
import { EMPTY_WORK, type WorkEvent } from '../../../src-main/core/order/work.ts';
import type {
  AfterSaleId,
  CaseId,
  CommandId,
  LabelId,
  ParcelId,
  PrintJobId,
  TagId,
} from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const ORDER = orderIdOf(1);
const COMMAND = 'command-1' as CommandId;
let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write((tx) => tx.saveOrder(sampleOrder(1, { work: EMPTY_WORK })));
});
afterEach(() => temp.remove());

const entry = (body: JournalBody, change: Partial<NewJournalEntry> = {}): NewJournalEntry => ({
  orderId: ORDER,
  atMs: START_MS,
  actor: 'seller',
  commandId: null,
  body,
  ...change,
});
const append = (...entries: NewJournalEntry[]) => temp.store.write((tx) => tx.appendJournal(entries));

const parcelId = 'parcel' as ParcelId;
const caseId = 'case' as CaseId;
const atMs = START_MS;
const EVENTS: readonly WorkEvent[] = [
  { kind: 'confirmed', atMs },
  { kind: 'held', atMs, reason: 'price', note: '太低', untilMs: null },
  { kind: 'released', atMs },
  { kind: 'check-accepted', atMs, check: 'address-broken' },
  { kind: 'label-attached', atMs, parcelId, labelId: 'label' as LabelId },
  {
    kind: 'tracking-assigned',
    atMs,
    parcelId,
    trackingNumber: 'RB1',
    carrier: null,
    items: [{ lineRemoteId: '1', quantity: 2 }],
  },
  { kind: 'label-ordered', atMs, parcelId, carrier: 'x', service: 'y', price: { minor: 1, currency: 'USD' } },
  { kind: 'labelled', atMs, parcelId, printJobId: 'job' as PrintJobId, labelledFor: 'key' },
  { kind: 'handed-over', atMs, parcelId },
  { kind: 'exception-marked', atMs, note: '' },
  { kind: 'exception-cleared', atMs },
  { kind: 'delivered-marked', atMs },
  { kind: 'cancel-asked', atMs, reasonId: '352' },
  {
    kind: 'case-opened',
    atMs,
    caseId,
    caseKind: 'return',
    note: 'n',
    dueAtMs: 7,
    reason: 'damaged',
    afterSaleId: 'report' as AfterSaleId,
  },
  { kind: 'case-changed', atMs, caseId, caseKind: 'refund', reason: null, dueAtMs: null },
  { kind: 'case-noted', atMs, caseId, text: '等照片' },
  { kind: 'case-closed', atMs, caseId, outcome: 'part-refunded' },
  { kind: 'tagged', atMs, added: ['a' as TagId], removed: ['b' as TagId] },
  { kind: 'address-corrected', atMs, corrected: { address: sampleOrder(1).facts.address!, correctedFrom: 'key' } },
  { kind: 'address-corrected', atMs, corrected: null },
  { kind: 'promised', atMs, untilMs: 9 },
  { kind: 'joined', atMs, shipsWith: orderIdOf(2), why: null },
  { kind: 'note-written', atMs, text: 'x' },
  { kind: 'closed', atMs },
];
const BODIES: readonly JournalBody[] = [
  ...EVENTS.map((event): JournalBody => ({ kind: 'work', event })),
  { kind: 'pulled' },
  { kind: 'facts-changed', changes: ['stage', 'address'], stage: 'delivered', rawStatus: 'delivered' },
  { kind: 'effect-settled', effect: 'confirm', state: 'done', code: null },
  { kind: 'case-reported', caseKind: 'return', stage: 'wait-seller' },
  { kind: 'print-settled', state: 'sent', copy: 1 },
];

describe('the journal', () => {
  it('keeps every kind of entry, in order', async () => {
    await append(...BODIES.map((body) => entry(body)));
    const journal = await temp.store.read.journal(ORDER);
    expect(journal.map((row) => row.body)).toEqual(BODIES);
    expect(journal[0]).toEqual({ ...entry(BODIES[0]!), sequence: 1, undoneAtMs: null });
  });

  it('shows the entries of a command, newest first', async () => {
    await append(
      entry({ kind: 'pulled' }),
      entry(BODIES[0]!, { commandId: COMMAND }),
      entry(BODIES[1]!, { commandId: COMMAND }),
    );
    expect((await temp.store.read.entriesOfCommand(COMMAND)).map((row) => row.sequence)).toEqual([3, 2]);
  });

  it('marks the entries of a command undone, once', async () => {
    await append(entry(BODIES[0]!, { commandId: COMMAND }), entry(BODIES[1]!));
    await temp.store.write((tx) => tx.markUndone(ORDER, COMMAND, 10));
    await temp.store.write((tx) => tx.markUndone(ORDER, COMMAND, 20));
    expect((await temp.store.read.journal(ORDER)).map((row) => row.undoneAtMs)).toEqual([10, null]);
  });

  it.each([
    ["UPDATE order_event SET body = '{}'", /append-only/],
    ['UPDATE order_event SET at_ms = 1', /append-only/],
    ["UPDATE order_event SET actor = 'app'", /append-only/],
    ['UPDATE order_event SET undone_at_ms = NULL', /undone once/],
    ['DELETE FROM order_event', /append-only/],
  ])('cannot be rewritten by %s', async (sql, refusal) => {
    await append(entry(BODIES[0]!, { commandId: COMMAND }));
    await temp.store.write((tx) => tx.markUndone(ORDER, COMMAND, 10));
    await expect(plainRows(temp, sql)).rejects.toThrow(refusal);
    expect((await temp.store.read.journal(ORDER))[0]).toMatchObject({ undoneAtMs: 10, body: BODIES[0] });
  });

  it('needs its order, and takes all entries or none', async () => {
    const stray = entry({ kind: 'pulled' }, { orderId: orderIdOf(404) });
    await expect(append(entry({ kind: 'pulled' }), stray)).rejects.toMatchObject({ code: 'broken-reference' });
    expect(await temp.store.read.journal(ORDER)).toEqual([]);
  });
});
