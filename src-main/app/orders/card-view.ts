import type { CardView } from '../../contract/methods/board.ts';
import { LIFECYCLE } from '../../core/order/moves.ts';
import { LANES } from '../../core/order/lane.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import type { CardRow } from '../ports/store-board.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { PrintJobStep } from '../ports/store-printing.ts';
import { productsFor } from '../stock/products-for.ts';
import { cardNeighbours } from './card-neighbours.ts';

type Deps = Pick<AppDeps, 'store' | 'connectors'>;

/** Adds to the narrow rows what the window shows: pictures, neighbours, what goes on, and what each drop would do. */
export async function cardViews(deps: Deps, rows: readonly CardRow[]): Promise<CardView[]> {
  if (rows.length === 0) return [];
  const reads = deps.store.read;
  const productOf = await productsFor(reads, rows);
  const steps = await stepsOf(reads);
  const neighbours = await cardNeighbours(deps, rows);
  return rows.map((row) => {
    const { buyerKey: _buyerKey, shipsWith, tagIds, ...shown } = row;
    const product = productOf(row.platform, row.sku);
    return {
      ...shown,
      // The seller's own words for her goods, where she has them, are read faster than the platform's.
      title: product?.title ?? row.title,
      variant: product?.variant ?? row.variant,
      picture: product?.picture ?? null,
      tagIds: [...tagIds],
      siblingCount: neighbours.siblingCount(row),
      parcelOf: neighbours.parcelOf(row),
      step: steps.of(row.orderId) ?? (shipsWith === null ? null : steps.onPaper(shipsWith)),
      moves: movesOf(row),
    };
  });
}

type Step = NonNullable<CardView['step']>;

interface Steps {
  of(id: OrderId): Step | null;
  /** Of its print job alone: the paper of a parcel is everybody's in it. */
  onPaper(id: OrderId): Step | null;
}

/** What goes on, or went wrong, by order. The lists are short: only work under way or stuck. */
async function stepsOf(reads: Reads): Promise<Steps> {
  const pushes = new Map<OrderId, Step>();
  const effects = [
    ...(await reads.effectsInState('running', 1_000)),
    ...(await reads.effectsInState('unconfirmed', 1_000)),
    ...(await reads.effectsInState('gave-up', 1_000)),
  ];
  for (const row of effects) if (row.orderId !== null) pushes.set(row.orderId, effectStep(row));
  const jobs = await reads.printJobSteps(['waiting', 'queued', 'sending', 'unknown', 'failed']);
  const prints = new Map(jobs.map((job) => [job.orderId, jobStep(job)]));
  const onPaper = (id: OrderId): Step | null => prints.get(id) ?? null;
  return { of: (id) => onPaper(id) ?? pushes.get(id) ?? null, onPaper };
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
