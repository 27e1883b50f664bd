import { create } from 'zustand';

/** Whether the list of pushes hangs open from the bar. */
export const useOutboxPanel = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens the list of pushes: what gave up, with its ways out, and what waits. */
export function openOutbox(): void {
  useOutboxPanel.setState({ isOpen: true });
}

export function closeOutbox(): void {
  useOutboxPanel.setState({ isOpen: false });
}
