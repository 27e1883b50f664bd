import { create } from 'zustand';

/** After G the next letter names a place. */
export const useGoKeys = create<{ readonly isWaiting: boolean }>(() => ({ isWaiting: false }));

/** How long the letter may take. */
const WAIT_MS = 2_500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The next letter names a place; the places are shown meanwhile. */
export function waitForPlace(): void {
  clearTimeout(timer);
  useGoKeys.setState({ isWaiting: true });
  timer = setTimeout(stopWaiting, WAIT_MS);
}

/** The next letter means what it always means. */
export function stopWaiting(): void {
  clearTimeout(timer);
  useGoKeys.setState({ isWaiting: false });
}
