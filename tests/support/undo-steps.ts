import fc from 'fast-check';
import type { Envelope } from '../../src-main/contract/errors.ts';
import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { LANES } from '../../src-main/core/order/lane.ts';
import { CASE_KINDS, CASE_OUTCOMES, CASE_REASONS, HOLD_REASONS } from '../../src-main/core/order/work.ts';
import type { OrderId } from '../../src-main/core/shared/ids.ts';
import type { TestApp } from './test-app.ts';

/** What the steps are about: orders by place, and the tags that there are. */
export interface StepWorld {
  readonly app: TestApp;
  readonly ids: readonly string[];
  readonly tags: readonly string[];
}

export interface UndoStep {
  readonly name: string;
  /** Null where there was nothing to ask for: no case to close. */
  readonly run: (world: StepWorld) => Promise<Envelope<OutcomeList> | null>;
}

export const ORDERS = 6;
const ZPL = Buffer.from('^XA^FO50,50^FDlabel^FS^XZ').toString('base64');
const FUTURE_MS = 4_000_000_000_000;

const some = fc.subarray(
  Array.from({ length: ORDERS }, (_, index) => index),
  { minLength: 1 },
);
const any = fc.nat(ORDERS - 1);
const words = fc.string({ maxLength: 12 });
const time = fc.constantFrom(null, FUTURE_MS, FUTURE_MS + 60_000);

const chosen = ({ ids }: StepWorld, which: readonly number[]): string[] => which.flatMap((index) => ids[index] ?? []);
const one = ({ ids }: StepWorld, index: number): string => ids[index] ?? '';

/** The order's first case, open or ended. */
async function firstCase({ app }: StepWorld, orderId: string): Promise<string | null> {
  const order = await app.store.read.order(orderId as OrderId);
  return [...(order?.work.cases ?? []), ...(order?.work.pastCases ?? [])][0]?.id ?? null;
}

const moves = fc.tuple(some, fc.constantFrom(...LANES)).map(([which, lane]): UndoStep => ({
  name: `move ${which.join()} to ${lane}`,
  run: (world) =>
    world.app.ask('board.move', { ids: chosen(world, which), lane: lane === 'labelled' ? 'to-ship' : lane }),
}));

const holds = fc.oneof(
  fc.tuple(some, fc.constantFrom(...HOLD_REASONS), words, time).map(([which, reason, note, untilMs]): UndoStep => ({
    name: `hold ${which.join()} ${reason}`,
    run: (world) => world.app.ask('orders.hold', { ids: chosen(world, which), reason, note, untilMs }),
  })),
  some.map((which): UndoStep => ({
    name: `release ${which.join()}`,
    run: (world) => world.app.ask('orders.release', { ids: chosen(world, which) }),
  })),
);

const desk = fc.oneof(
  fc.tuple(any, words).map(([index, text]): UndoStep => ({
    name: `note ${index}`,
    run: (world) => world.app.ask('orders.writeNote', { id: one(world, index), text }),
  })),
  fc.tuple(any, fc.constantFrom('LX481203775CN', 'LX123456785CN')).map(([index, trackingNumber]): UndoStep => ({
    name: `track ${index} ${trackingNumber}`,
    run: (world) =>
      world.app.ask('orders.assignTracking', {
        id: one(world, index),
        trackingNumber,
        carrier: null,
        parcel: 1,
        items: null,
      }),
  })),
  fc.tuple(some, time).map(([which, untilMs]): UndoStep => ({
    name: `promise ${which.join()} ${untilMs}`,
    run: (world) => world.app.ask('orders.promise', { ids: chosen(world, which), untilMs }),
  })),
  fc.tuple(some, fc.subarray([0, 1, 2]), fc.subarray([0, 1, 2])).map(([which, add, remove]): UndoStep => ({
    name: `tag ${which.join()} +${add.join()} -${remove.join()}`,
    run: (world) => {
      const of = (list: readonly number[]) => list.flatMap((index) => world.tags[index] ?? []);
      return world.app.ask('tags.put', { ids: chosen(world, which), add: of(add), remove: of(remove) });
    },
  })),
  fc.tuple(any, fc.constantFrom(null, 'Anna Ivanova', 'Boris Petrov')).map(([index, name]): UndoStep => ({
    name: `address ${index} ${name}`,
    run: (world) => {
      const place = { phone: '+7 900 123-45-67', lines: ['ul. Lenina 1-2'], city: 'Khimki', region: null };
      const address = name === null ? null : { name, ...place, postcode: '141400', country: 'RU' };
      return world.app.ask('orders.correctAddress', { id: one(world, index), address });
    },
  })),
  any.map((index): UndoStep => ({
    name: `label ${index}`,
    run: async (world) => {
      const label = { id: one(world, index), fileName: 'label.zpl', base64: ZPL };
      const answer = await world.app.ask('orders.attachLabel', label);
      return answer.ok ? { ok: true, value: answer.value.outcome } : answer;
    },
  })),
  any.map((index): UndoStep => ({
    name: `cancel ${index}`,
    run: (world) => world.app.ask('orders.cancel', { id: one(world, index), reasonId: '352', message: '' }),
  })),
);

const parcels = fc.oneof(
  some.map((which): UndoStep => ({
    name: `merge ${which.join()}`,
    run: (world) => world.app.ask('orders.merge', { ids: chosen(world, which) }),
  })),
  some.map((which): UndoStep => ({
    name: `part ${which.join()}`,
    run: (world) => world.app.ask('orders.part', { ids: chosen(world, which) }),
  })),
);

const cases = fc.oneof(
  fc.tuple(some, fc.constantFrom(...CASE_KINDS), time).map(([which, kind, dueAtMs]): UndoStep => ({
    name: `case ${which.join()} ${kind}`,
    run: (world) => world.app.ask('cases.open', { ids: chosen(world, which), kind, reason: null, note: '', dueAtMs }),
  })),
  fc
    .tuple(any, fc.constantFrom(...CASE_KINDS), fc.constantFrom(...CASE_REASONS))
    .map(([index, kind, reason]) =>
      ofCase(`change case of ${index}`, index, (app, orderId, caseId) =>
        app.ask('cases.change', { orderId, caseId, kind, reason, dueAtMs: null }),
      ),
    ),
  fc
    .tuple(any, words)
    .map(([index, text]) =>
      ofCase(`note case of ${index}`, index, (app, orderId, caseId) =>
        app.ask('cases.note', { orderId, caseId, text: `${text}.` }),
      ),
    ),
  fc
    .tuple(any, fc.constantFrom(null, ...CASE_OUTCOMES))
    .map(([index, outcome]) =>
      ofCase(`close case of ${index}`, index, (app, orderId, caseId) =>
        app.ask('cases.close', { orderId, caseId, outcome }),
      ),
    ),
);

function ofCase(
  name: string,
  index: number,
  ask: (app: TestApp, orderId: string, caseId: string) => Promise<Envelope<OutcomeList>>,
): UndoStep {
  return {
    name,
    run: async (world) => {
      const orderId = one(world, index);
      const caseId = await firstCase(world, orderId);
      return caseId === null ? null : await ask(world.app, orderId, caseId);
    },
  };
}

/** Anything the seller may do before the paper. */
export const undoStep: fc.Arbitrary<UndoStep> = fc.oneof(
  { weight: 3, arbitrary: moves },
  { weight: 2, arbitrary: holds },
  { weight: 5, arbitrary: desk },
  { weight: 3, arbitrary: parcels },
  { weight: 3, arbitrary: cases },
);
