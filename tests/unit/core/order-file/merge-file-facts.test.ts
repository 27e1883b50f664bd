import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OrderFacts, REMOTE_STAGES } from '../../../../src-main/core/order/facts.ts';
import { mergeFacts } from '../../../../src-main/core/order/merge.ts';
import { mergeFileFacts } from '../../../../src-main/core/order-file/merge-file-facts.ts';
import { ordersOf, SAMPLES } from '../../../support/order-file-samples.ts';

const FILE = ordersOf('amazon', SAMPLES.amazon).orders[0]!.facts;
/** The same order as the API tells it: it knows more of some things, less of others. */
const API: OrderFacts = {
  ...FILE,
  rawStatus: 'UNSHIPPED',
  steps: ['push-tracking', 'cancel'],
  lines: FILE.lines.map((line) => ({ ...line, title: `${line.title}!`, unitPrice: null })),
  shipByMs: FILE.shipByMs! + 1_000,
};

describe('beside an API', () => {
  const merge = (ours: OrderFacts, file: OrderFacts) => mergeFileFacts(ours, file, 'beside-api');

  test('a file fills what the API left open, and takes nothing back', () => {
    const merged = merge(API, FILE);
    expect(merged).toMatchObject({ shipByMs: API.shipByMs, steps: API.steps, rawStatus: 'UNSHIPPED' });
    expect(merged.lines.map((line) => [line.title, line.unitPrice?.minor])).toEqual([
      ['Mug, red!', 1249],
      ['Mug, blue!', 1249],
    ]);
    const bare = { ...API, address: null, buyerName: null, total: null, deliverByMs: null };
    expect(merge(bare, FILE)).toMatchObject({ address: FILE.address, buyerName: FILE.buyerName });
  });

  test('whatever the API said stands, whatever the file says', () => {
    const stage = fc.constantFrom(...REMOTE_STAGES);
    const maybe = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
    const facts = fc.record({
      stage,
      shipByMs: maybe,
      deliverByMs: maybe,
      buyerNote: fc.option(fc.string({ maxLength: 3 }), { nil: null }),
    });
    fc.assert(
      fc.property(facts, facts, (said, file) => {
        const [ours, theirs] = [
          { ...API, ...said },
          { ...FILE, ...file },
        ];
        const merged = merge(ours, theirs);
        for (const key of ['shipByMs', 'deliverByMs', 'buyerNote'] as const)
          expect(merged[key]).toBe(ours[key] ?? theirs[key]);
        // Once more the same file says nothing new.
        expect(merge(merged, theirs)).toEqual(merged);
        if (['delivered', 'cancelled', 'replaced'].includes(ours.stage)) expect(merged.stage).toBe(ours.stage);
      }),
    );
  });

  test('the stage only moves on', () => {
    const stageAfter = (ours: OrderFacts['stage'], file: OrderFacts['stage']) =>
      merge({ ...API, stage: ours }, { ...FILE, stage: file }).stage;
    expect(stageAfter('to-confirm', 'in-transit')).toBe('in-transit');
    expect(stageAfter('in-transit', 'to-confirm')).toBe('in-transit');
    expect(stageAfter('in-transit', 'delivered')).toBe('delivered');
    expect(stageAfter('to-hand-over', 'cancelled')).toBe('cancelled');
    expect(stageAfter('delivered', 'cancelled')).toBe('delivered');
    expect(stageAfter('in-transit', 'unknown')).toBe('in-transit');
    expect(stageAfter('unknown', 'to-confirm')).toBe('to-confirm');
  });

  test('file then API and API then file are the same order', () => {
    const apiFirst = merge(API, FILE);
    const fileFirst = merge(mergeFacts(FILE, API).facts, FILE);
    expect(apiFirst).toEqual(fileFirst);
    const whole = {
      ...API,
      total: { minor: 1, currency: 'USD' },
      deliverByMs: 5,
      lines: FILE.lines,
      service: 'Standard',
    };
    expect(merge(whole, FILE)).toEqual(mergeFacts(FILE, whole).facts);
    expect(mergeFacts(whole, merge(whole, FILE)).isDifferent).toBe(false);
  });
});

describe('where files are all there is', () => {
  const merge = (ours: OrderFacts, file: OrderFacts) => mergeFileFacts(ours, file, 'file-only');
  const moved: OrderFacts = { ...FILE, address: { ...FILE.address!, lines: ['2 New St'] }, lines: [FILE.lines[0]!] };

  test('a newer file brings a mended address and a line less', () => {
    expect(merge(FILE, moved)).toMatchObject({
      address: { lines: ['2 New St'] },
      lines: [{ remoteId: '12345678901234' }],
    });
    expect(merge(merge(FILE, moved), moved)).toEqual(merge(FILE, moved));
  });

  test('a file that is behind what we know only fills', () => {
    const ours: OrderFacts = { ...FILE, stage: 'in-transit' };
    expect(merge(ours, moved)).toMatchObject({ stage: 'in-transit', address: FILE.address, lines: FILE.lines });
  });

  test('what a file leaves out stands', () => {
    const silent: OrderFacts = { ...FILE, address: null, buyerNote: null, shipByMs: null, total: null, service: null };
    expect(merge(FILE, silent)).toEqual(FILE);
  });

  test('an address that was hidden meanwhile does not take the place of the whole one', () => {
    const hidden: OrderFacts = { ...FILE, address: { ...FILE.address!, name: 'A***', lines: ['1 T****'] } };
    expect(merge(FILE, hidden).address).toEqual(FILE.address);
    expect(merge({ ...FILE, address: null }, hidden).address).toEqual(hidden.address);
  });

  test('lines with the platform’s ids take the place of made-up ones, never the other way round', () => {
    const guessed: OrderFacts = { ...FILE, lines: [{ ...FILE.lines[0]!, remoteId: 'file-00000001' }] };
    expect(merge(guessed, FILE).lines).toEqual(FILE.lines);
    expect(merge(FILE, guessed).lines).toEqual(FILE.lines);
    expect(mergeFileFacts(guessed, FILE, 'beside-api').lines).toEqual(FILE.lines);
  });
});
