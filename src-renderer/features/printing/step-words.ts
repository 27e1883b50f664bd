import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';
import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { lookOf } from './jobs-view.ts';

/** What a job does, or what stopped it, as a sentence. */
export function stepText(job: PrintJobView, t: Words): string {
  const look = lookOf(job);
  if (look === 'failed' || look === 'ask') return codeText('fault', job.step, {}, t);
  const isUnderWay = look === 'waiting' || look === 'busy';
  return isUnderWay ? codeText('step', job.step, {}, t) : codeText('jobState', job.state, {}, t);
}

/** Codes of a transport, which a hand on the printer mends. */
const PRINTER_CODES = [
  'refused',
  'timeout',
  'unreachable',
  'unknown-host',
  'aborted',
  'stalled',
  'reset',
  'closed-early',
  'restarted',
];

/** About labels, and yet nothing that another file mends. */
const AT_PLATFORM = ['label-late', 'label-not-ready', 'label-file-gone'];

/** Who can mend a failed job: a hand on the printer, another label file, or the platform. */
export type FailureGround = 'printer' | 'label' | 'platform';

export function failureGround(step: string): FailureGround {
  const head = step.split(':')[0] ?? '';
  if (head.startsWith('label-') && !AT_PLATFORM.includes(head)) return 'label';
  return head.startsWith('printer') || PRINTER_CODES.includes(head) ? 'printer' : 'platform';
}
