import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** Grows, so that the same words are spoken again. */
  readonly turn: number;
}

export const useAnnouncement = create<Announcement>(() => ({ text: '', turn: 0 }));

/** Says something to a screen reader. */
export function announce(text: string): void {
  useAnnouncement.setState((last) => ({ text, turn: last.turn + 1 }));
}
