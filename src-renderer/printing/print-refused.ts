import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { openBuyLabel } from '../stores/paper-dialogs.ts';

/**
 * Some labels are bought before they can be printed. Opens the offers for the first such order, and leaves out what
 * needs no words any more because the dialog says it.
 */
export function askToBuy(outcome: OutcomeList): OutcomeList {
  const refused = outcome.results.filter((result) => !result.ok && result.refusal === 'label-not-bought');
  const [first] = refused;
  if (first === undefined) return outcome;
  openBuyLabel(first.orderId);
  return { ...outcome, results: outcome.results.filter((result) => result !== first) };
}
