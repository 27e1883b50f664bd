import type { PrinterView } from '../../src-main/contract/methods/printers.ts';
import { codeText } from '../i18n/code-text.ts';
import type { Words } from '../i18n/use-words.ts';

/** What is known of a printer, for a chip, a card, the bar. */
export interface PrinterCondition {
  /** off: nobody can say. */
  readonly tone: 'ok' | 'soon' | 'late' | 'off';
  readonly text: string;
}

/** Conditions that are news and keep nothing from printing. */
const ONLY_NEWS = ['paper-low', 'label-waiting'];

/** What keeps a printer from printing by its own word; null: nothing, or it does not say. */
export function blockingCondition(status: PrinterView['status']): string | null {
  if (status?.kind !== 'answered') return null;
  return status.conditions.find((condition) => !ONLY_NEWS.includes(condition)) ?? null;
}

/** The printer's last word. Several conditions: the first that keeps it from printing. */
export function printerCondition(printer: Pick<PrinterView, 'status'>, t: Words): PrinterCondition {
  const { status } = printer;
  if (status === null) return { tone: 'off', text: t('printing:status.notAsked') };
  if (status.kind === 'silent') return { tone: 'off', text: t('printing:status.silent') };
  if (status.kind === 'unreachable') return { tone: 'late', text: codeText('unreachable', status.reason, {}, t) };
  const stops = blockingCondition(status);
  if (stops !== null) return { tone: 'late', text: codeText('condition', stops, {}, t) };
  const [news] = status.conditions;
  if (news !== undefined) return { tone: 'soon', text: codeText('condition', news, {}, t) };
  return { tone: 'ok', text: status.isBusy ? t('printing:status.busy') : t('printing:status.ready') };
}
