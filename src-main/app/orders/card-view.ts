import type { CardView } from '../../contract/methods/board.ts';
import { LIFECYCLE } from '../../core/order/moves.ts';
import { LANES } from '../../core/order/lane.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import type { CardRow } from '../ports/store-board.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { PrintJobStep } from '../ports/store-printing.ts';

/** Adds to the narrow rows what the window shows: pictures, what goes on right now, and what each drop would do. */
export async function cardViews(reads: Reads, rows: readonly CardRow[]): Promise<CardView[]> {
  if (rows.length === 0) return [];
  const products = await reads.products([...new Set(rows.map((row) => row.sku))]);
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const steps = await stepsOf(reads);
  return rows.map((row) => {
    const product = bySku.get(row.sku);
    return {
      ...row,
      // The seller's own words for her goods, where she has them, are read faster than the platform's.
      title: product?.title ?? row.title,
      variant: product?.variant ?? row.variant,
      picture: product?.picture ?? null,
      step: steps.get(row.orderId) ?? null,
      moves: movesOf(row),
    };
  });
}

type Step = NonNullable<CardView['step']>;

/** What goes on, or went wrong, by order. The lists are short: only work under way or stuck. */
async function stepsOf(reads: Reads): Promise<Map<OrderId, Step>> {
  const steps = new Map<OrderId, Step>();
  const effects = [
    ...(await reads.effectsInState('running', 1_000)),
    ...(await reads.effectsInState('unconfirmed', 1_000)),
    ...(await reads.effectsInState('gave-up', 1_000)),
  ];
  for (const row of effects) if (row.orderId !== null) steps.set(row.orderId, effectStep(row));
  for (const job of await reads.printJobSteps(['waiting', 'queued', 'sending', 'unknown', 'failed'])) {
    steps.set(job.orderId, jobStep(job));
  }
  return steps;
}

function effectStep(row: EffectRow): Step {
  if (row.state === 'gave-up') return { step: 'push-failed', code: row.lastCode };
  return { step: row.effect.kind === 'confirm' ? 'confirm' : 'push', code: null };
}

function jobStep(job: PrintJobStep): Step {
  if (job.state === 'unknown') return { step: 'print-unknown', code: job.step };
  if (job.state === 'failed') return { step: 'print-failed', code: job.step };
  if (job.state === 'waiting') return { step: job.step === 'confirm' ? 'confirm' : 'label', code: null };
  return { step: 'printer', code: null };
}

function movesOf(row: CardRow): CardView['moves'] {
  const moves = {} as CardView['moves'];
  for (const lane of LANES)
    moves[lane] = row.lane === null ? { refusal: 'order-closed' } : { ...LIFECYCLE[row.lane][lane] };
  // Only a hold can be released by a move; a failed check is mended or accepted on its own.
  if (row.lane === 'problem' && row.holdReason === null) moves['to-ship'] = { refusal: 'solve-problem-first' };
  return moves;
}
