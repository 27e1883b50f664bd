import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke } from '../client/client.ts';
import { errorText } from '../i18n/code-text.ts';
import type { Words } from '../i18n/use-words.ts';
import { reportOutcome } from '../stores/undo.ts';
import { readLabelFile, type LabelFile } from './label-file.ts';

/** What became of a dropped label file. */
export type Attached =
  | { readonly kind: 'kept'; readonly proposals: readonly string[]; readonly assigned: string | null }
  | { readonly kind: 'no-label'; readonly fault: Extract<LabelFile, { ok: false }>['fault'] }
  | { readonly kind: 'failed'; readonly error: CallError };

/** Reads the file here, so that a wrong one never travels, and puts it on the order; undo takes it off. Never throws. */
export async function attachLabel(orderId: string, files: readonly File[]): Promise<Attached> {
  const file = await readLabelFile(files);
  if (!file.ok) return { kind: 'no-label', fault: file.fault };
  const { fileName, base64 } = file;
  const attach = () => invoke('orders.attachLabel', { id: orderId, fileName, base64 });
  try {
    const answer = await attach();
    reportOutcome('attach-label', answer.outcome, () => attach().then(({ outcome }) => outcome));
    return { kind: 'kept', proposals: answer.proposals, assigned: answer.assigned };
  } catch (thrown) {
    return { kind: 'failed', error: asCallError(thrown) };
  }
}

const REASONS = ['empty', 'unknown-kind', 'damaged', 'encrypted', 'no-pages', 'too-large'] as const;

/** What happened, in one sentence, and whether it was good. */
export function attachedText(attached: Attached, t: Words): { readonly tone: 'ok' | 'late'; readonly text: string } {
  if (attached.kind === 'no-label') return { tone: 'late', text: t(`order:label.fault.${attached.fault}`) };
  if (attached.kind === 'failed') return { tone: 'late', text: failedText(attached.error, t) };
  if (attached.assigned !== null) return { tone: 'ok', text: t('order:label.assigned', { number: attached.assigned }) };
  return { tone: 'ok', text: attached.proposals.length === 0 ? t('order:label.keptNoNumber') : t('order:label.kept') };
}

function failedText(error: CallError, t: Words): string {
  if (error.code !== 'label-unreadable') return errorText(error, t);
  const reason = REASONS.find((known) => known === error.params['reason']) ?? 'other';
  return t('order:label.unreadable', { reason: t(`order:label.reason.${reason}`) });
}
