import { useEffect } from 'react';
import { invoke } from '../../client/client.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { openOrder, useRoute } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { showError, showToast } from '../../stores/toast.ts';
import type { KeyPress } from '../../ui/key-press.ts';
import { expectPrint, runKey } from './board-actions.ts';
import { keyAction } from './keymap.ts';
import { BURST_GAP_MS, feedBurst, noBurst, type Burst, type BurstOutput } from './scan-burst.ts';
import { searchFor } from './search-store.ts';

/** Keys and the scanner, everywhere on the board but in fields and dialogs. */
export function useBoardKeys(): void {
  useEffect(() => {
    const listener = new KeyListener();
    const onKeyDown = (event: KeyboardEvent) => listener.hear(event);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      listener.stop();
    };
  }, []);
}

/** The keys that work in every place: all actions, undo, the sheet of keys. The board hears its own. */
export function useShellKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (useRoute.getState().place === 'board' || isTakenElsewhere(event)) return;
      const action = keyAction(event);
      if (action === null || !EVERYWHERE.includes(action.kind)) return;
      event.preventDefault();
      runKey(action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const EVERYWHERE: readonly string[] = ['palette', 'undo', 'keys'];

class KeyListener {
  private burst: Burst = noBurst;
  private presses: KeyPress[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  hear(event: KeyboardEvent): void {
    if (isTakenElsewhere(event)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && event.key === 'Enter') this.enter(event);
    else if (isPlain && !event.repeat && event.key.length === 1) this.letter(event);
    else this.act(event, () => event.preventDefault());
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** A letter waits a moment: it may be the first of a scanned code. */
  private letter(event: KeyboardEvent): void {
    const kind = keyAction(event)?.kind;
    if (kind === 'search') event.preventDefault();
    if (kind === 'print' && this.presses.length === 0) expectPrint();
    const [burst, output] = feedBurst(this.burst, { kind: 'key', key: event.key, atMs: event.timeStamp });
    this.settle(output);
    this.burst = burst;
    this.presses.push(copyOf(event));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pause(), BURST_GAP_MS);
  }

  private enter(event: KeyboardEvent): void {
    const [burst, output] = feedBurst(this.burst, { kind: 'enter', atMs: event.timeStamp });
    this.burst = burst;
    clearTimeout(this.timer);
    this.settle(output);
    const isOnControl = event.target instanceof Element && event.target.closest('button, a') !== null;
    if (output?.kind === 'code') event.preventDefault();
    else if (!isOnControl) this.act(event, () => event.preventDefault());
  }

  private pause(): void {
    const [burst, output] = feedBurst(this.burst, { kind: 'pause' });
    this.burst = burst;
    this.settle(output);
    this.presses = [];
  }

  private settle(output: BurstOutput): void {
    if (output === null) return;
    const presses = this.presses;
    this.presses = [];
    if (output.kind === 'code') void scanned(output.code);
    else for (const press of presses) this.act(press, () => {});
  }

  private act(press: KeyPress, claim: () => void): void {
    const action = keyAction(press);
    if (action === null) return;
    claim();
    runKey(action);
  }
}

function copyOf({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): KeyPress {
  return { key, code, ctrlKey, metaKey, shiftKey, altKey };
}

/** Opens the order that carries the code; several are listed in the search. */
export async function scanned(code: string): Promise<void> {
  const t = currentWords();
  try {
    const { orderIds } = await invoke('board.scan', { code });
    const [first] = orderIds;
    if (first === undefined) showToast({ tone: 'late', text: t('board:scan.none', { code }) });
    else if (orderIds.length === 1) openOrder(first);
    else {
      searchFor(code);
      showToast({ text: t('board:scan.many', { count: orderIds.length }) });
    }
  } catch (thrown) {
    showError(thrown);
  }
}
