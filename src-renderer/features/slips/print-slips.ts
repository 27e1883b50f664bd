import type { MethodInput } from '../../../src-main/contract/index.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';
import { showError, showToast } from '../../stores/toast.ts';

/** Prints the slips and tells in the toast what is certain. True when there is nothing left to do. Never throws. */
export async function printSlips(request: MethodInput<'slips.print'>, t: Words): Promise<boolean> {
  try {
    const { outcome, reason, pageCount } = await invoke('slips.print', request);
    const kind = t(`slips:kind.${request.kind}`);
    if (outcome === 'not-sent') {
      showToast({
        text: t('slips:notSent', { why: codeText('fault', `printer-${reason ?? 'unknown'}`, {}, t) }),
        tone: 'late',
      });
      return false;
    }
    if (outcome === 'uncertain') {
      showToast({ text: t('slips:uncertain', { why: codeText('fault', reason ?? 'unknown', {}, t) }) });
      return true;
    }
    showToast({ text: t('slips:sent', { kind, count: pageCount }) });
    return true;
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}
