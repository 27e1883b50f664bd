import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaseCursor } from '../../../../src-main/adapters/platforms/coupang/case-cursor.ts';
import { missingReceipts, newCaseRound } from '../../../../src-main/adapters/platforms/coupang/case-round.ts';
import {
  forNewRound,
  missingFrom,
  readOpenBoxes,
  writeOpenBoxes,
} from '../../../../src-main/adapters/platforms/coupang/open-boxes.ts';
import { readCursor, writeCursor } from '../../../../src-main/adapters/platforms/coupang/pull-cursor.ts';
import { afterLists, closeRound, halves, newRound } from '../../../../src-main/adapters/platforms/coupang/round.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const TODAY = 20_779;
const HOUR = 3_600_000;

const box = fc.record({
  status: fc.constantFrom('ACCEPT', 'INSTRUCT', 'DEPARTURE', 'DELIVERING', 'NONE_TRACKING', 'U'),
  day: fc.integer({ min: TODAY - 40, max: TODAY }),
  isMet: fc.boolean(),
});
const boxes = fc
  .dictionary(fc.bigInt({ min: 1n, max: 999_999_999_999_999_999n }).map(String), box)
  .map((all) => new Map(Object.entries(all)));

describe('the pull cursor', () => {
  it('comes back as it was written, however many boxes it watches', () => {
    fc.assert(
      fc.property(boxes, (open) => {
        const cursor = newRound({ fullAtMs: NOW - HOUR, wideAtMs: null, open, round: null }, NOW, NOW);
        const going = { ...cursor, open };
        expect(readCursor(writeCursor(going))).toEqual(going);
        expect(readOpenBoxes(writeOpenBoxes(open))).toEqual(open);
      }),
    );
  });

  it.each([null, '', 'null', '{}', '[1]', '{"version":2}', '{"version":1,"open":"x"}'])('%s begins anew', (text) => {
    expect(readCursor(text)).toEqual({ fullAtMs: null, wideAtMs: null, open: new Map(), round: null });
    expect(readCaseCursor(text)).toMatchObject({ wideAtMs: null, receipts: [], round: null });
  });

  it('forgets what is too old, and what is too much', () => {
    const many = new Map(
      Array.from({ length: 7_000 }, (_, index) => [
        String(index),
        { status: 'ACCEPT', day: TODAY - (index % 100), isMet: true },
      ]),
    );
    const kept = forNewRound(many, TODAY);
    expect(kept.size).toBeLessThanOrEqual(6_000);
    expect([...kept.values()].every(({ day, isMet }) => TODAY - day <= 75 && !isMet)).toBe(true);
  });
});

describe('rounds', () => {
  const start = { fullAtMs: null, wideAtMs: null, open: new Map(), round: null };
  const kindAfter = (fullHours: number, wideMinutes: number) =>
    newRound({ ...start, fullAtMs: NOW - fullHours * HOUR, wideAtMs: NOW - wideMinutes * 60_000 }, NOW, NOW).round.kind;

  it('are small, wide every half hour, full every day', () => {
    expect(newRound(start, NOW, NOW).round.kind).toBe('first');
    expect([kindAfter(1, 10), kindAfter(1, 31), kindAfter(24, 41)]).toEqual(['small', 'wide', 'full']);
  });

  it('ask for no window of more than 31 days, and never for the same day of a status twice', () => {
    for (const kind of ['first', 'small', 'wide'] as const) {
      const cursor = kind === 'first' ? start : { ...start, fullAtMs: NOW, wideAtMs: kind === 'small' ? NOW : null };
      const days = new Set<string>();
      for (const { status, fromDay, toDay } of newRound(cursor, NOW, NOW).round.tasks) {
        expect(toDay - fromDay).toBeLessThanOrEqual(30);
        for (let day = fromDay; day <= toDay; day += 1) {
          expect(days.has(`${status} ${day}`)).toBe(false);
          days.add(`${status} ${day}`);
        }
      }
    }
  });

  it('reach back to the oldest box that is still to be shipped', () => {
    const open = new Map([['1', { status: 'INSTRUCT', day: TODAY - 12, isMet: false }]]);
    const { tasks } = newRound({ ...start, fullAtMs: NOW, wideAtMs: NOW, open }, NOW, NOW).round;
    expect(tasks.map(({ fromDay }) => fromDay)).toEqual([TODAY - 13, TODAY - 13]);
  });

  it('look at what was missing only when every list was whole', () => {
    const open = new Map([['1', { status: 'ACCEPT', day: TODAY - 1, isMet: false }]]);
    const { round, ...cursor } = newRound({ ...start, fullAtMs: NOW, wideAtMs: NOW, open }, NOW, NOW);
    expect(afterLists({ ...cursor, round }, round).recheck).toEqual(['1']);
    expect(afterLists({ ...cursor, round }, { ...round, isWhole: false }).recheck).toEqual([]);
  });

  it('that were not whole come again within the hour', () => {
    const { round, ...cursor } = newRound(start, NOW, NOW);
    const closed = closeRound({ ...cursor, round }, { ...round, isWhole: false });
    expect(newRound(closed, NOW + 10 * 60_000, NOW).round.kind).toBe('small');
    expect(newRound(closed, NOW + HOUR, NOW).round.kind).toBe('full');
  });

  it('split a window into halves that leave out no day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (span) => {
        const parts = halves({ status: 'ACCEPT', fromDay: TODAY - span, toDay: TODAY, token: 't', seen: ['x'] });
        if (span === 0) {
          expect(parts).toBeNull();
          return;
        }
        const [left, right] = parts!;
        expect([left.fromDay, right.toDay, right.fromDay - left.toDay]).toEqual([TODAY - span, TODAY, 1]);
      }),
    );
  });

  it('only miss boxes of the days and states that were asked for', () => {
    fc.assert(
      fc.property(boxes, (open) => {
        for (const id of missingFrom(open, true, TODAY - 10)) {
          const found = open.get(id)!;
          expect(found.isMet || found.day <= TODAY - 10 || !['ACCEPT', 'INSTRUCT'].includes(found.status)).toBe(false);
        }
      }),
    );
  });

  it('of cases go back to the oldest open exchange, week by week', () => {
    const cursor = {
      version: 1,
      wideAtMs: NOW,
      receipts: [{ id: '1', day: TODAY }],
      exchanges: [{ id: '2', day: TODAY - 20 }],
      round: null,
    } as const;
    const round = newCaseRound(
      { ...cursor, receipts: [...cursor.receipts], exchanges: [...cursor.exchanges] },
      NOW,
      NOW,
    );
    const weeks = round.tasks.filter(({ list }) => list === 'exchanges');
    expect(weeks.map(({ fromDay, toDay }) => [TODAY - fromDay, TODAY - toDay])).toEqual([
      [6, 0],
      [13, 7],
      [20, 14],
    ]);
    expect(missingReceipts({ ...cursor, receipts: [...cursor.receipts], exchanges: [] }, round)).toEqual(['1']);
  });
});
