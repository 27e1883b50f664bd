import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';
import { lookOf } from '../../printing/paper-look.ts';
import { stopCause } from '../../printing/stop-cause.ts';

/** What a job does, or what stopped it, as a sentence. */
export function stepText(job: PrintJobView, t: Words): string {
  const look = lookOf(job);
  if (look === 'failed' || look === 'ask' || look === 'held') return codeText('fault', job.step, {}, t);
  const isUnderWay = job.state === 'waiting' || look === 'busy';
  return isUnderWay ? codeText('step', job.step, {}, t) : codeText('jobState', job.state, {}, t);
}

/** About labels, and yet nothing that another file mends. */
const AT_PLATFORM = ['label-late', 'label-not-ready', 'label-file-gone'];

/** Who can mend a failed job: a hand on the printer, another label file, or the platform. */
export type FailureGround = 'printer' | 'label' | 'platform';

export function failureGround(step: string): FailureGround {
  const head = step.split(':')[0] ?? '';
  // The platform knows orders that are "not found" as well: there it comes without "printer-".
  if (head === 'not-found' || head === 'unknown') return 'platform';
  if (head.startsWith('label-') && !AT_PLATFORM.includes(head) && head !== 'label-waiting') return 'label';
  return head.startsWith('printer') || stopCause(head) !== 'other' ? 'printer' : 'platform';
}
