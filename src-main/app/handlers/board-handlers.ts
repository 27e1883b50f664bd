import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Command } from '../../core/order/commands.ts';
import { laneOf } from '../../core/order/lane-of.ts';
import type { Lane } from '../../core/order/lane.ts';
import { LIFECYCLE, type MoveAction } from '../../core/order/moves.ts';
import type { Order } from '../../core/order/order.ts';
import { assertNever } from '../../core/shared/assert-never.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import { askedOf, queryOf } from '../board/card-query.ts';
import { scanCode } from '../board/scan-code.ts';
import type { AppDeps } from '../deps.ts';
import { cardViews } from '../orders/card-view.ts';
import { runCommand } from '../orders/run-command.ts';
import { undoCommand } from '../orders/undo.ts';
import { printOrders } from '../printing/print-orders.ts';
import type { Workers } from '../workers.ts';
import type { HandlersOf } from './handler-table.ts';

/** The board: counts, windows of cards, search, and the moves. */
export function boardHandlers(deps: AppDeps, workers: Workers): HandlersOf<'board'> {
  const reads = deps.store.read;
  return {
    'board.summary': async ({ filter }) => {
      const nowMs = deps.clock.nowMs();
      const lanes = await reads.laneCounts(nowMs, askedOf(deps, filter));
      return { revision: await reads.revision(), nowMs, lanes };
    },
    'board.cards': async ({ lane, offset, limit, filter }) => {
      const revision = await reads.revision();
      return { revision, cards: await cardViews(deps, await reads.cards(lane, offset, limit, askedOf(deps, filter))) };
    },
    'board.ids': ({ filter, limit }) => reads.cardIds(queryOf(deps, filter), limit),
    'board.facets': () => reads.facets(),
    'board.cardsById': async ({ ids }) => {
      const revision = await reads.revision();
      return { revision, cards: await cardViews(deps, await reads.cardsById(ids as OrderId[])) };
    },
    'board.search': async ({ query, limit }) => {
      const hits = await reads.search(query, limit);
      return {
        cards: await cardViews(
          deps,
          hits.map((hit) => hit.card),
        ),
      };
    },
    'board.scan': ({ code }) => scanCode(reads, code),
    'board.move': async ({ ids, lane }) => {
      const outcome = await moveOrders(deps, ids as OrderId[], lane);
      workers.wake();
      return outcome;
    },
    'board.undo': async ({ commandId }) => {
      const outcome = await undoCommand(deps, commandId as CommandId);
      workers.wake();
      return outcome;
    },
  };
}

/** Printing is more than a command on the order, so a drop on 已打单 goes its own way; the rest are commands. */
async function moveOrders(deps: AppDeps, ids: readonly OrderId[], lane: Lane): Promise<OutcomeList> {
  if (lane === 'labelled') return (await printOrders(deps, ids)).outcome;
  return runCommand(deps, ids, (order) => commandFor(order, lane));
}

function commandFor(order: Order, target: Lane): Command | { readonly refusal: string } {
  const lane = laneOf(order);
  if (lane === null) return { refusal: 'order-closed' };
  const move = LIFECYCLE[lane][target];
  return 'refusal' in move ? move : commandOf(move.action);
}

function commandOf(action: MoveAction): Command | { readonly refusal: string } {
  switch (action) {
    case 'confirm':
    case 'release':
    case 'hand-over':
    case 'clear-exception':
    case 'mark-delivered':
      return { kind: action };
    case 'mark-exception':
      return { kind: 'mark-exception', note: '' };
    case 'hold':
    case 'open-case':
    case 'print':
      return { refusal: 'needs-answer' };
    default:
      return assertNever(action);
  }
}
