import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { codeText } from '../i18n/code-text.ts';
import { showError } from './toast.ts';
import { reportOutcome } from './undo.ts';
import type { Call, Deed } from './undo-groups.ts';

/** A command to run, or one under way. Only the former can be done again after an undo. */
type Work = Call | Promise<OutcomeList>;

const started = (work: Work): Promise<OutcomeList> => (typeof work === 'function' ? work() : work);
const callOf = (work: Work): Call | null => (typeof work === 'function' ? work : null);

/** Runs a command and tells what it did in the toast. True when anything was done. Never throws. */
export async function carryOut(deed: Deed, work: Work): Promise<boolean> {
  try {
    const outcome = await started(work);
    reportOutcome(deed, outcome, callOf(work));
    return outcome.results.some((result) => result.ok);
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}

/** Like carryOut for a form that says a refusal itself: the sentence of the refusal, or null when it was done. */
export async function carryOutInForm(deed: Deed, work: Work): Promise<string | null> {
  const outcome = await started(work);
  const refused = outcome.results.find((result) => !result.ok);
  if (refused !== undefined && !refused.ok) return codeText('refusal', refused.refusal);
  reportOutcome(deed, outcome, callOf(work));
  return null;
}
