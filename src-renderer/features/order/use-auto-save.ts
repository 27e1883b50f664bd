import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** After this pause in typing a text is saved. */
const SAVE_AFTER_MS = 700;

export interface AutoSave {
  readonly text: string;
  readonly state: SaveState;
  readonly change: (text: string) => void;
  /** Saves at once what is not saved yet. */
  readonly flush: () => void;
}

/**
 * A text that saves itself: after a pause, on leaving the field, and when the field goes away. `stored` is what main
 * holds; it replaces the text only while nothing is typed here, so that an answer never eats a letter.
 */
export function useAutoSave(stored: string, save: (text: string) => Promise<boolean>): AutoSave {
  const [text, setText] = useState(stored);
  const [state, setState] = useState<SaveState>('clean');
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saveLatest = useRef(save);
  saveLatest.current = save;

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const wanted = pending.current;
    if (wanted === null) return;
    pending.current = null;
    setState('saving');
    void saveLatest.current(wanted).then((isSaved) => {
      if (pending.current !== null) return;
      // What was not taken stays typed and can be saved again.
      if (!isSaved) pending.current = wanted;
      setState(isSaved ? 'saved' : 'failed');
    });
  }, []);

  const change = useCallback(
    (next: string) => {
      setText(next);
      setState('dirty');
      pending.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, SAVE_AFTER_MS);
    },
    [flush],
  );

  useEffect(() => {
    if (pending.current === null) setText(stored);
  }, [stored]);
  useEffect(() => flush, [flush]);

  return { text, state, change, flush };
}
