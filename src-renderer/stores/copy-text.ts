import { showError, showToast } from './toast.ts';

/** Copies a text and says so. */
export function copyText(text: string, said: string): void {
  navigator.clipboard.writeText(text).then(() => showToast({ text: said }), showError);
}
