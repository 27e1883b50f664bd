import { invoke } from '../client/client.ts';
import { showError } from './toast.ts';

/** Opens a page of the seller centre in the browser; a refusal is told, never thrown. */
export async function openLink(url: string): Promise<void> {
  try {
    await invoke('app.openLink', { url });
  } catch (thrown) {
    showError(thrown);
  }
}
