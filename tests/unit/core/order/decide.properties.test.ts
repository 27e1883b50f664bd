import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, foldEvents } from '../../../../src-main/core/order/apply.ts';
import { runChecks } from '../../../../src-main/core/order/checks.ts';
import type { Command } from '../../../../src-main/core/order/commands.ts';
import { decide } from '../../../../src-main/core/order/decide.ts';
import type { PushMoment } from '../../../../src-main/core/order/decide-effects.ts';
import type { Effect } from '../../../../src-main/core/order/effects.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import { EMPTY_WORK, type OrderWork, type WorkEvent } from '../../../../src-main/core/order/work.ts';
import { afterCommand, afterDecision, ENOUGH_STOCK, NOW_MS, orderWith } from './support/build-order.ts';
import { anyCommand, anyFacts, anyMoment } from './support/commands.ts';

interface Step {
  readonly command: Command;
  readonly before: OrderWork;
  readonly after: OrderWork;
  readonly events: readonly WorkEvent[];
  readonly effects: readonly Effect[];
}

interface Run {
  readonly start: Order;
  readonly end: Order;
  readonly steps: readonly Step[];
}

/** Runs a sequence of commands as the use-cases do, a second apart, and keeps what was accepted. */
function run(changes: Partial<OrderFacts>, commands: readonly Command[], pushTracking: PushMoment): Run {
  const start = orderWith(changes);
  const steps: Step[] = [];
  let order = start;
  commands.forEach((command, index) => {
    const decision = decide(order, command, { nowMs: NOW_MS + index * 1000, pushTracking });
    const next = afterDecision(order, decision);
    if (decision.kind === 'accepted') {
      steps.push({ command, before: order.work, after: next.work, events: decision.events, effects: decision.effects });
    }
    order = next;
  });
  return { start, end: order, steps };
}

const anyRun = fc.tuple(anyFacts, fc.array(anyCommand, { maxLength: 25 }), anyMoment).map((input) => run(...input));
const holds = (check: (run: Run) => void): void => {
  fc.assert(fc.property(anyRun, check), { numRuns: 300 });
};
const effectsOf = ({ steps }: Run) => steps.flatMap(({ effects }) => effects);

describe('any sequence of commands', () => {
  it('never throws, and every accepted command leaves something in the journal', () => {
    holds(({ steps }) => {
      for (const { events } of steps) expect(events.length).toBeGreaterThan(0);
    });
  });

  it('leaves the facts alone: quantities and amounts stay', () => {
    holds(({ start, end }) => {
      expect(end.facts).toBe(start.facts);
      expect(end.facts.lines).toEqual(start.facts.lines);
    });
  });

  it('folds to the same work from the journal as it was built step by step', () => {
    holds(({ end, steps }) => {
      expect(foldEvents(steps.flatMap(({ events }) => events))).toEqual(end.work);
    });
  });

  it('loses no event: each one changes the work, but for a repeated print or purchase', () => {
    holds(({ steps }) => {
      for (const { before, events } of steps) {
        let work = before;
        for (const event of events) {
          const next = applyEvent(work, event);
          if (event.kind !== 'labelled' && event.kind !== 'label-ordered') expect(next).not.toEqual(work);
          work = next;
        }
      }
    });
  });

  it('confirms at most once', () => {
    holds((done) => {
      expect(effectsOf(done).filter(({ kind }) => kind === 'confirm').length).toBeLessThanOrEqual(1);
      expect(
        done.steps.flatMap(({ events }) => events).filter(({ kind }) => kind === 'confirmed').length,
      ).toBeLessThanOrEqual(1);
    });
  });

  it('pushes only what the platform wants, and only numbers that are in the parcels', () => {
    holds(({ start, steps }) => {
      for (const { after, effects } of steps) {
        for (const effect of effects) {
          expect(start.facts.steps).toContain(effect.kind === 'buy-label' ? 'platform-label' : effect.kind);
          expect(effect.remoteId).toBe(start.facts.remoteId);
          if (effect.kind !== 'push-tracking') continue;
          expect(effect.trackingNumber).not.toBe('');
          const parcel = after.parcels.find(({ id }) => id === effect.parcelId);
          expect(parcel?.trackingNumber).toBe(effect.trackingNumber);
        }
      }
    });
  });

  it("pushes a parcel's number once unless it was corrected", () => {
    holds((done) => {
      const numbers = effectsOf(done).flatMap((effect) => (effect.kind === 'push-tracking' ? [effect] : []));
      const assigned = done.steps.flatMap(({ events }) => events).filter(({ kind }) => kind === 'tracking-assigned');
      expect(numbers.length).toBeLessThanOrEqual(assigned.length);
    });
  });

  it('hands over no parcel without a label, nor without the number that the platform wants', () => {
    holds(({ start, end }) => {
      for (const parcel of end.work.parcels.filter(({ handedOverAtMs }) => handedOverAtMs !== null)) {
        expect(parcel.labelledAtMs).not.toBeNull();
        if (start.facts.steps.includes('push-tracking')) expect(parcel.trackingNumber).not.toBeNull();
      }
    });
  });

  it('keeps each parcel, case and accepted check once', () => {
    holds(({ end: { work } }) => {
      const lists: readonly (readonly string[])[] = [
        work.parcels.map(({ id }) => id),
        work.cases.map(({ id }) => id),
        [...work.cases, ...work.pastCases].map(({ id }) => id),
        work.acceptedChecks,
        work.tags,
      ];
      for (const ids of lists) {
        expect(new Set(ids).size).toBe(ids.length);
      }
    });
  });

  it('can always be ended: its cases closed, then itself, it leaves the board', () => {
    holds(({ end }) => {
      const closing = end.work.cases.map(({ id }): Command => ({ kind: 'close-case', caseId: id, outcome: null }));
      const all: Command[] = [...closing, { kind: 'close' }];
      expect(laneOf(all.reduce((order, command) => afterCommand(order, command), end))).toBeNull();
    });
  });
});

describe('undo', () => {
  const foldWithout = (steps: readonly Step[], undone: (index: number) => boolean): OrderWork =>
    foldEvents(steps.flatMap(({ events }, index) => (undone(index) ? [] : events)));

  it('of the last commands gives the work as it was before them', () => {
    fc.assert(
      fc.property(anyRun, fc.nat({ max: 25 }), ({ steps, end }, count) => {
        const kept = Math.max(0, steps.length - count);
        expect(foldWithout(steps, (index) => index >= kept)).toEqual(steps[kept]?.before ?? end.work);
      }),
    );
  });

  it('of all commands gives an untouched order', () => {
    holds(({ steps }) => {
      expect(foldWithout(steps, () => true)).toEqual(EMPTY_WORK);
    });
  });

  it('of any command, even out of turn, leaves an order that lies somewhere and can be decided upon', () => {
    fc.assert(
      fc.property(anyRun, fc.nat({ max: 25 }), anyCommand, ({ start, steps }, undone, next) => {
        const work = foldWithout(steps, (index) => index === undone);
        const order = { ...start, work, checks: runChecks({ ...start, work }, ENOUGH_STOCK) };
        expect(() => laneOf(order)).not.toThrow();
        expect(() => decide(order, next, { nowMs: NOW_MS, pushTracking: 'print' })).not.toThrow();
      }),
    );
  });
});
