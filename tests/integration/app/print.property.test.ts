import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrinterFaults } from '../../../src-main/demo/printer/faults.ts';
import { startDesk, type Desk } from '../../support/test-desk.ts';
import { codesOn, ids, labelledOrders, type LabelledOrder } from '../../support/test-batch.ts';
import { waitUntil } from '../../support/wait-until.ts';

const ORDERS = 8;
const RUNS = Number(process.env['CHUDAN_PRINT_RUNS'] ?? 6);
const MUG = [['MUG-MOON-350', 1]] as const;

type Step =
  | { readonly kind: 'press'; readonly from: number; readonly count: number }
  | { readonly kind: 'pause' | 'resume' | 'cancel-batch' | 'cancel-job' | 'answer' | 'retry' | 'mend' }
  | { readonly kind: 'break'; readonly faults: PrinterFaults }
  | { readonly kind: 'wait'; readonly forMs: number };

const faults = fc.oneof(
  fc.constantFrom<PrinterFaults>({ refuse: true }, { conditions: ['paper-out'] }, { delayMs: 30 }),
  fc.constantFrom(2_000, 60_000).map((closeAfterBytes): PrinterFaults => ({ closeAfterBytes })),
  fc.constantFrom(2_000, 60_000).map((resetAfterBytes): PrinterFaults => ({ resetAfterBytes })),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('press' as const),
        from: fc.nat(ORDERS - 1),
        count: fc.integer({ min: 1, max: ORDERS }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom('pause', 'resume', 'cancel-batch', 'cancel-job', 'answer', 'retry', 'mend')
        .map((kind) => ({ kind }) as Step),
    },
    { weight: 3, arbitrary: faults.map((wish): Step => ({ kind: 'break', faults: wish })) },
    { weight: 3, arbitrary: fc.integer({ min: 5, max: 150 }).map((forMs): Step => ({ kind: 'wait', forMs })) },
  ),
  { minLength: 4, maxLength: 16 },
);

/** A seller who looks at the paper before she answers. */
class Seller {
  readonly #desk: Desk;
  readonly orders: readonly LabelledOrder[];

  constructor(desk: Desk, orders: readonly LabelledOrder[]) {
    this.#desk = desk;
    this.orders = orders;
  }

  async take(step: Step): Promise<void> {
    const { app, printer } = this.#desk;
    if (step.kind === 'wait') return void (await new Promise((resolve) => setTimeout(resolve, step.forMs)));
    if (step.kind === 'break') return void Object.assign(printer.faults, step.faults);
    if (step.kind === 'mend') return this.mend();
    if (step.kind === 'press') return this.press(this.orders.slice(step.from, step.from + step.count));
    const { batches } = await app.call('printing.today', { dayStartMs: 0 });
    const [batch] = batches;
    const jobs = batches.flatMap((each) => each.jobs);
    const first = (state: string) => jobs.find((job) => job.state === state)?.id ?? 'none';
    // What comes too late is refused; that is an answer.
    switch (step.kind) {
      case 'pause':
        return void (await app.ask('printing.pauseBatch', { batchId: batch?.id ?? 'none' }));
      case 'resume':
        return void (await app.ask('printing.resumeBatch', { batchId: batch?.id ?? 'none', fromPosition: null }));
      case 'cancel-batch':
        return void (await app.ask('printing.cancelBatch', { batchId: batch?.id ?? 'none' }));
      case 'cancel-job':
        return void (await app.ask('printing.cancel', { jobId: first('queued') }));
      case 'retry':
        return void (await app.ask('printing.retry', { jobId: first('failed') }));
      case 'answer':
        return this.answerAll();
    }
  }

  async press(wanted: readonly LabelledOrder[]): Promise<void> {
    const answer = await this.#desk.app.call('printing.print', { ids: ids(wanted) });
    expect(answer.results).toHaveLength(wanted.length);
  }

  mend(): void {
    const { printer } = this.#desk;
    for (const name of Object.keys(printer.faults)) delete printer.faults[name as keyof PrinterFaults];
  }

  async answerAll(): Promise<void> {
    const { app } = this.#desk;
    for (const job of await app.store.read.printJobsInStates(['unknown'])) {
      // The printer is done with what it was sent before she looks.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const code = this.orders.find((order) => order.orderId === job.orderId)?.code ?? '';
      const cameOut = (await this.papers()).includes(code);
      await app.ask('printing.answer', { jobId: job.id, cameOut });
    }
  }

  papers(): Promise<string[]> {
    return codesOn(this.#desk.printer.papers().filter((paper) => paper.part === 'whole'));
  }

  /** Everything is put right, and everything that was asked for and not given up is let go on. */
  async finish(): Promise<void> {
    const { app } = this.#desk;
    this.mend();
    await waitUntil('the printing comes to rest', async () => {
      await this.answerAll();
      const { batches } = await app.call('printing.today', { dayStartMs: 0 });
      for (const { id, state } of batches)
        if (state === 'paused' || state === 'stopped')
          await app.ask('printing.resumeBatch', { batchId: id, fromPosition: null });
      const open = await app.store.read.printJobsInStates(['waiting', 'queued', 'sending', 'unknown']);
      return open.length === 0 && batches.every(({ state }) => state === 'done' || state === 'cancelled');
    });
  }
}

describe('whatever is pressed, paused, given up and broken', () => {
  it(
    'no label comes out twice unasked, and none that the ledger calls printed is missing',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (list) => {
          const desk = await startDesk();
          const orders = await labelledOrders(
            desk,
            Array.from({ length: ORDERS }, () => MUG),
          );
          const seller = new Seller(desk, orders);
          for (const step of list) await seller.take(step);
          await seller.finish();
          const papers = await seller.papers();
          expect([...papers].sort(), 'each at most once').toEqual([...new Set(papers)].sort());
          const out = await desk.app.store.read.printJobsInStates(['sent', 'confirmed']);
          const printed = orders.filter((order) => out.some((job) => job.orderId === order.orderId));
          expect([...papers].sort()).toEqual(printed.map((order) => order.code).sort());
          // What was given up or failed is still to be had: one more press, and every label is out once.
          await seller.press(orders);
          await seller.finish();
          expect((await seller.papers()).sort()).toEqual(orders.map((order) => order.code));
          await desk.app.stop();
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * 30_000,
  );
});
