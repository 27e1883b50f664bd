import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OutcomeList } from '../../../src-main/contract/methods/outcome.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { askToBuy } from '../../printing/print-refused.ts';
import { announce } from '../../stores/announce.ts';
import { openCaseDialog, openHoldDialog } from '../../stores/dialogs.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { reportOutcome } from '../../stores/undo.ts';
import type { Call, Deed } from '../../stores/undo-groups.ts';
import { withAnswer, withPending } from './board-model.ts';
import { changeModel, loadCards, loadedCard, refreshCards, useBoard } from './board-store.ts';
import { changeSelection, foldedNow, useBoardView } from './board-view.ts';
import { chunked, MAX_IDS } from '../../stores/chunked.ts';
import type { Lane } from './lanes.ts';
import { isHome, planMove, type MovePlan } from './move-plan.ts';
import { clear } from './selection-model.ts';

let lastToken = 0;
let lastRefusal = 0;
/** How long the reason stays beside the lane. */
const REFUSED_MS = 4_000;

/** A command for as many orders as one call takes. */
type Command = (ids: string[]) => Promise<OutcomeList>;

/** Cards that may be acted on: read, and not on their way already (a second press is ignored, never queued). */
function freeCards(ids: readonly string[]): CardView[] {
  const { pending } = useBoard.getState().model;
  return ids.flatMap((id) => (pending[id] === undefined ? (loadedCard(id) ?? []) : []));
}

/** Does what a drop of the cards on the lane does: by mouse, key or command, it is the same. */
export async function moveCards(ids: readonly string[], lane: Lane): Promise<void> {
  await loadCards(ids).catch(showError);
  const plan = planMove(freeCards(ids), lane);
  if (plan.action === null) {
    if (plan.refusal !== null && !isHome(plan)) refuse(lane, plan.refusal);
    return;
  }
  if (plan.action === 'hold') openHoldDialog(plan.allowedIds);
  else if (plan.action === 'open-case') openCaseDialog(plan.allowedIds);
  else await carryOut(plan, plan.action, (chunk) => invoke('board.move', { ids: chunk, lane }));
}

/** Prints the labels of the cards. */
export async function printCards(ids: readonly string[]): Promise<void> {
  await loadCards(ids).catch(showError);
  const plan = planMove(freeCards(ids), 'labelled');
  if (plan.action !== 'print') {
    if (plan.refusal !== null) refuse('labelled', plan.refusal === 'already-here' ? 'already-labelled' : plan.refusal);
    return;
  }
  await carryOut(plan, 'print', (chunk) => invoke('printing.print', { ids: chunk }));
}

/** Asks for a reason and holds, where a hold is possible. */
export async function holdCards(ids: readonly string[]): Promise<void> {
  await moveCards(ids, 'problem');
}

/** Asks which case to open; an order that has cases may have one more. */
export async function caseCards(ids: readonly string[]): Promise<void> {
  await loadCards(ids).catch(showError);
  const plan = planMove(freeCards(ids), 'after-sales');
  const withCases = plan.refused.filter(({ refusal }) => refusal === 'already-here').map(({ orderId }) => orderId);
  const able = [...plan.allowedIds, ...withCases];
  if (able.length > 0) openCaseDialog(able);
  else if (plan.refusal !== null) refuse('after-sales', plan.refusal);
}

/** Puts cards on hold; called by the dialog. */
export async function hold(input: MethodInput<'orders.hold'>): Promise<void> {
  const plan = planMove(freeCards(input.ids), 'problem');
  await carryOut(plan, 'hold', (ids) => invoke('orders.hold', { ...input, ids }), input.ids);
}

/** Opens a case on each; called by the dialog. */
export async function openCase(input: MethodInput<'cases.open'>): Promise<void> {
  const plan = planMove(freeCards(input.ids), 'after-sales');
  // Main is asked about each of them: one that has a case already stays where it is and gets another.
  await carryOut({ ...plan, refused: [] }, 'open-case', (ids) => invoke('cases.open', { ...input, ids }), input.ids);
}

/** Runs a command that concerns cards where they stand (accept a check, merge …). */
export async function runOnCards(orderIds: readonly string[], deed: Deed, call: Call): Promise<void> {
  try {
    reportOutcome(deed, await call(), call);
    await refreshCards(orderIds);
  } catch (thrown) {
    showError(thrown);
  }
}

/**
 * Shows the cards in their lane at once, runs the command, and puts back what was refused. More than one call takes are
 * done in steps; what a step could not do does not stop the next. Orders that are on no card (opened from search) are
 * run all the same.
 */
async function carryOut(plan: MovePlan, deed: Deed, command: Command, ids = plan.allowedIds): Promise<void> {
  lastToken += 1;
  const token = lastToken;
  changeModel((model) => withPending(model, plan.allowedIds, plan.lane, token));
  changeSelection(clear);
  if (ids.length > MAX_IDS) {
    showToast({ text: currentWords()('board:inSteps', { count: ids.length, step: MAX_IDS }) });
  }
  const refused = new Set<string>();
  for (const [index, chunk] of chunked(ids).entries()) {
    const call = async () => askToBuy(await command(chunk));
    try {
      const outcome = await command(chunk);
      for (const result of outcome.results) if (!result.ok) refused.add(result.orderId);
      reportOutcome(deed, index === 0 ? withPlanned(askToBuy(outcome), plan) : outcome, call);
    } catch (thrown) {
      for (const id of chunk) refused.add(id);
      showError(thrown);
    }
  }
  changeModel((model) => withAnswer(model, token, refused));
  await refreshCards(ids).catch(showError);
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
