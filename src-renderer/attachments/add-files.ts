import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import { asCallError } from '../client/call-error.ts';
import { toBase64 } from '../client/base64.ts';
import { invoke } from '../client/client.ts';
import { errorText } from '../i18n/code-text.ts';
import { currentWords } from '../i18n/use-words.ts';
import { showError, showToast } from '../stores/toast.ts';

/** What the contract takes at most (attachments.add). */
export const ATTACHMENT_LIMIT_BYTES = 20 * 1024 * 1024;

/** Files to offer first where the system asks for one; what they are is told by their bytes, in main. */
export const ATTACHMENT_FILE_TYPES = 'image/jpeg,image/png,image/gif,image/webp,application/pdf,text/plain,.txt';

interface Fault {
  readonly name: string;
  readonly reason: string;
}

/** Where files go: an order, or one of its cases. */
export interface FilePlace {
  readonly orderId: string;
  readonly caseId: string | null;
}

/** Keeps files one after the other and tells in the toast how many, with the way back, or which one was not taken and why. Never throws. */
export async function addFiles(place: FilePlace, files: readonly File[]): Promise<void> {
  const added: AttachmentView[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const outcome = await addFile(place, file);
    if ('reason' in outcome) faults.push(outcome);
    else added.push(outcome);
  }
  tell(added, faults);
}

async function addFile({ orderId, caseId }: FilePlace, file: File): Promise<AttachmentView | Fault> {
  const t = currentWords();
  const fault = (reason: string): Fault => ({ name: file.name, reason });
  if (file.size > ATTACHMENT_LIMIT_BYTES) return fault(t('attachments:tooLarge'));
  if (file.size === 0) return fault(t('attachments:empty'));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A file that vanished or is locked by another program.
    return fault(t('attachments:locked'));
  }
  try {
    const input = { orderId, caseId, fileName: shortName(file.name), base64: toBase64(bytes) };
    return (await invoke('attachments.add', input)).attachment;
  } catch (thrown) {
    return fault(errorText(asCallError(thrown), t));
  }
}

function tell(added: readonly AttachmentView[], faults: readonly Fault[]): void {
  const t = currentWords();
  const [fault] = faults;
  const failed = fault === undefined ? null : t('attachments:failed', { name: fault.name, reason: fault.reason });
  if (added.length === 0) {
    if (failed !== null) showToast({ tone: 'late', text: failed });
    return;
  }
  showToast({
    text: t('attachments:added', { count: added.length }),
    detail: failed,
    action: { text: t('common:action.undo'), run: () => void takeBack(added) },
  });
}

async function takeBack(added: readonly AttachmentView[]): Promise<void> {
  for (const { id } of added) await invoke('attachments.remove', { id }).catch(showError);
}

/** Hides a file and offers the way back. Never throws. */
export async function removeFile({ id, fileName: name }: AttachmentView): Promise<void> {
  try {
    await invoke('attachments.remove', { id });
  } catch (thrown) {
    showError(thrown);
    return;
  }
  const t = currentWords();
  const restore = () =>
    invoke('attachments.restore', { id }).then(
      () => showToast({ text: t('attachments:restored', { name }) }),
      showError,
    );
  showToast({
    text: t('attachments:removed', { name }),
    action: { text: t('common:action.undo'), run: () => void restore() },
  });
}

/** The contract takes names of 1 to 200 characters; the end with its extension says most. */
function shortName(name: string): string {
  return name === '' ? 'file' : name.slice(-200);
}
