import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { codeText } from '../i18n/code-text.ts';
import { showError } from './toast.ts';
import { reportOutcome } from './undo.ts';
import type { Deed } from './undo-groups.ts';

/** Runs a command and tells what it did in the toast. True when anything was done. Never throws. */
export async function carryOut(deed: Deed, call: Promise<OutcomeList>): Promise<boolean> {
  try {
    const outcome = await call;
    reportOutcome(deed, outcome);
    return outcome.results.some((result) => result.ok);
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}

/** Like carryOut for a form that says a refusal itself: the sentence of the refusal, or null when it was done. */
export async function carryOutInForm(deed: Deed, call: Promise<OutcomeList>): Promise<string | null> {
  const outcome = await call;
  const refused = outcome.results.find((result) => !result.ok);
  if (refused !== undefined && !refused.ok) return codeText('refusal', refused.refusal);
  reportOutcome(deed, outcome);
  return null;
}
