import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OutcomeList } from '../../../src-main/contract/methods/outcome.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { askToBuy } from '../../printing/print-refused.ts';
import { announce } from '../../stores/announce.ts';
import { openCaseDialog, openHoldDialog } from '../../stores/dialogs.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { reportOutcome } from '../../stores/undo.ts';
import type { Deed } from '../../stores/undo-groups.ts';
import { withAnswer, withPending } from './board-model.ts';
import { changeModel, loadedCard, refreshCards, useBoard } from './board-store.ts';
import { changeSelection, foldedNow, useBoardView } from './board-view.ts';
import type { Lane } from './lanes.ts';
import { isHome, planMove, type MovePlan } from './move-plan.ts';
import { clear } from './selection-model.ts';

let lastToken = 0;
let lastRefusal = 0;
/** How long the reason stays beside the lane. */
const REFUSED_MS = 4_000;

/** Cards that may be acted on: read, and not on their way already (a second press is ignored, never queued). */
function freeCards(ids: readonly string[]): CardView[] {
  const { pending } = useBoard.getState().model;
  return ids.flatMap((id) => (pending[id] === undefined ? (loadedCard(id) ?? []) : []));
}

/** Reads cards that no lane has read yet: orders opened from the search. */
async function loadMissing(ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => loadedCard(id) === null);
  if (missing.length > 0) await refreshCards(missing).catch(showError);
}

/** Does what a drop of the cards on the lane does: by mouse, key or command, it is the same. */
export async function moveCards(ids: readonly string[], lane: Lane): Promise<void> {
  await loadMissing(ids);
  const plan = planMove(freeCards(ids), lane);
  if (plan.action === null) {
    if (plan.refusal !== null && !isHome(plan)) refuse(lane, plan.refusal);
    return;
  }
  if (plan.action === 'hold') openHoldDialog(plan.allowedIds);
  else if (plan.action === 'open-case') openCaseDialog(plan.allowedIds);
  else await carryOut(plan, plan.action, () => invoke('board.move', { ids: [...plan.allowedIds], lane }));
}

/** Prints the labels of the cards. */
export async function printCards(ids: readonly string[]): Promise<void> {
  await loadMissing(ids);
  const plan = planMove(freeCards(ids), 'labelled');
  if (plan.action !== 'print') {
    if (plan.refusal !== null) refuse('labelled', plan.refusal === 'already-here' ? 'already-labelled' : plan.refusal);
    return;
  }
  await carryOut(plan, 'print', () => invoke('printing.print', { ids: [...plan.allowedIds] }));
}

/** Asks for a reason and holds, where a hold is possible. */
export async function holdCards(ids: readonly string[]): Promise<void> {
  await moveCards(ids, 'problem');
}

/** Puts cards on hold; called by the dialog. */
export async function hold(input: MethodInput<'orders.hold'>): Promise<void> {
  await carryOut(planMove(freeCards(input.ids), 'problem'), 'hold', () => invoke('orders.hold', input), input.ids);
}

/** Opens a case on each; called by the dialog. */
export async function openCase(input: MethodInput<'orders.openCase'>): Promise<void> {
  await carryOut(
    planMove(freeCards(input.ids), 'after-sales'),
    'open-case',
    () => invoke('orders.openCase', input),
    input.ids,
  );
}

/** Runs a command that concerns one card where it stands (accept a check …). */
export async function runOnCard(orderId: string, deed: Deed, call: () => Promise<OutcomeList>): Promise<void> {
  try {
    reportOutcome(deed, await call());
    await refreshCards([orderId]);
  } catch (thrown) {
    showError(thrown);
  }
}

/** Shows the cards in their lane at once, runs the command, and puts back what was refused. Orders that are on no card (opened from search) are run all the same. */
async function carryOut(
  plan: MovePlan,
  deed: Deed,
  call: () => Promise<OutcomeList>,
  ids = plan.allowedIds,
): Promise<void> {
  lastToken += 1;
  const token = lastToken;
  changeModel((model) => withPending(model, plan.allowedIds, plan.lane, token));
  changeSelection(clear);
  try {
    const outcome = await call();
    const refused = outcome.results.flatMap((result) => (result.ok ? [] : [result.orderId]));
    changeModel((model) => withAnswer(model, token, new Set(refused)));
    reportOutcome(deed, withPlanned(askToBuy(outcome), plan));
    await refreshCards(ids);
  } catch (thrown) {
    changeModel((model) => withAnswer(model, token, new Set(ids)));
    showError(thrown);
  }
}

/** What main answered, and what was not even asked because the card said no. */
function withPlanned(outcome: OutcomeList, plan: MovePlan): OutcomeList {
  const planned = plan.refused.map(({ orderId, refusal }) => ({ orderId, ok: false as const, refusal }));
  return { ...outcome, results: [...outcome.results, ...planned] };
}

/** Says why not: the lane's line shakes once, a folded lane's words come as a toast. */
function refuse(lane: Lane, refusal: string): void {
  const text = codeText('refusal', refusal);
  lastRefusal += 1;
  const turn = lastRefusal;
  useBoardView.setState({ refused: { lane, refusal, turn } });
  setTimeout(
    () => useBoardView.setState(({ refused }) => ({ refused: refused?.turn === turn ? null : refused })),
    REFUSED_MS,
  );
  if (foldedNow().has(lane)) showToast({ tone: 'late', text });
  else announce(text);
}
