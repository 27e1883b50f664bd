import { create } from 'zustand';
import { asCallError } from '../client/call-error.ts';
import { errorText } from '../i18n/code-text.ts';
import { announce } from './announce.ts';
import { secondsLeft } from './now.ts';

/** One message at the bottom left. Undo lives in stores/undo.ts; this is only what is seen. */
export interface Toast {
  /** Grows with each message. */
  readonly turn: number;
  readonly tone: 'plain' | 'late';
  readonly text: string;
  /** What will happen, under it. */
  readonly detail: string | null;
  /** The same with the seconds left until `countsUntilMs`, for a line that counts down; `detail` goes before it. */
  readonly detailIn: ((seconds: number) => string) | null;
  /** Until when the ring counts; null: no ring. UTC ms. */
  readonly countsUntilMs: number | null;
  readonly canUndo: boolean;
  /** One way to mend it. */
  readonly action: { readonly text: string; readonly run: () => void } | null;
}

export const useToast = create<{ readonly toast: Toast | null }>(() => ({ toast: null }));

let turn = 0;

/** Shows a message in place of the one before and speaks it. */
export function showToast(toast: Partial<Omit<Toast, 'turn' | 'text'>> & { readonly text: string }): void {
  turn += 1;
  const whole: Toast = {
    tone: 'plain',
    detail: null,
    detailIn: null,
    countsUntilMs: null,
    canUndo: false,
    action: null,
    ...toast,
    turn,
  };
  useToast.setState({ toast: whole });
  const detail = whole.detail ?? countedDetail(whole);
  announce(detail === null ? whole.text : `${whole.text} ${detail}`);
}

function countedDetail({ detailIn, countsUntilMs }: Toast): string | null {
  if (detailIn === null || countsUntilMs === null) return null;
  return detailIn(secondsLeft(countsUntilMs));
}

/** Shows a thrown CallError as its sentence. */
export function showError(thrown: unknown): void {
  showToast({ tone: 'late', text: errorText(asCallError(thrown)) });
}

/** Takes the message away, unless a newer one has come. */
export function hideToast(ofTurn: number): void {
  if (useToast.getState().toast?.turn === ofTurn) useToast.setState({ toast: null });
}
