import { goTo, useRoute } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { expectPrint, runKey } from './board-actions.ts';
import { stopWaiting, useGoKeys } from './go-keys.ts';
import { keyAction, placeOfKey } from './keymap.ts';
import { BURST_GAP_MS, feedBurst, noBurst, type Burst, type BurstOutput } from './scan-burst.ts';
import { scanned } from './scanned.ts';

/** What works in every place; the rest is the board's. */
const EVERYWHERE: readonly string[] = ['palette', 'undo', 'redo', 'keys', 'search', 'go', 'view'];

/** Places where "/" finds something of their own. */
const OWN_SEARCH: readonly string[] = ['stock'];

const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'];

/** A press that was held back, and where it belongs. */
interface HeldPress {
  readonly event: KeyboardEvent;
  readonly target: EventTarget;
}

/**
 * The keyboard of the window, but for fields and dialogs. A letter is held back for a moment before anyone hears it: it
 * may be the first of a scanned code, and a scanner must not press buttons. Then it goes on to where it was meant for.
 */
export class KeyListener {
  private burst: Burst = noBurst;
  private presses: HeldPress[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly released = new WeakSet<Event>();

  /** On the way down, before anything in the window. */
  readonly catchEarly = (event: KeyboardEvent): void => {
    if (this.released.has(event) || isTakenElsewhere(event)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (isPlain && event.key === 'Enter') this.enter(event);
    else if (isPlain && event.key.length === 1 && event.key !== ' ') this.letter(event);
    // Keys keep their order. A scanner presses Shift within a code.
    else if (!MODIFIERS.includes(event.key)) this.flush();
  };

  /** On the way up, if nobody in the window has taken it. */
  readonly hear = (event: KeyboardEvent): void => {
    if (isTakenElsewhere(event)) return;
    if (this.goes(event)) return;
    const action = keyAction(event);
    if (action === null) return;
    const { place } = useRoute.getState();
    if (place !== 'board' && !EVERYWHERE.includes(action.kind)) return;
    if (action.kind === 'search' && OWN_SEARCH.includes(place)) return;
    const isOwnKey = event.key === 'Enter' || event.key === ' ';
    if (isOwnKey && event.target instanceof Element && event.target.closest('button, a, summary') !== null) return;
    event.preventDefault();
    runKey(action);
  };

  /** What is held back is let go before a press of the mouse means something else. */
  readonly flush = (): void => {
    clearTimeout(this.timer);
    this.pause();
  };

  stop(): void {
    clearTimeout(this.timer);
  }

  private letter(event: KeyboardEvent): void {
    const isFirst = this.presses.length === 0;
    if (isFirst && useRoute.getState().place === 'board' && keyAction(event)?.kind === 'print') expectPrint();
    event.stopImmediatePropagation();
    const [burst, output] = feedBurst(this.burst, { kind: 'key', key: event.key, atMs: event.timeStamp });
    this.settle(output);
    this.burst = burst;
    this.presses.push({ event, target: event.target ?? window });
    clearTimeout(this.timer);
    // One turn more: after long work of ours the timer is up before the keys that came in time are told.
    this.timer = setTimeout(() => (this.timer = setTimeout(() => this.pause())), BURST_GAP_MS);
  }

  private enter(event: KeyboardEvent): void {
    if (this.presses.length === 0) return;
    const [burst, output] = feedBurst(this.burst, { kind: 'enter', atMs: event.timeStamp });
    this.burst = burst;
    clearTimeout(this.timer);
    if (output?.kind === 'code') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.settle(output);
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
    else for (const press of presses) this.release(press);
  }

  private release({ event, target }: HeldPress): void {
    const { key, code, shiftKey, location } = event;
    const again = new KeyboardEvent('keydown', { key, code, shiftKey, location, bubbles: true, cancelable: true });
    this.released.add(again);
    target.dispatchEvent(again);
  }

  /** The letter after G. Any other key ends the waiting and means what it always means. */
  private goes(event: KeyboardEvent): boolean {
    if (!useGoKeys.getState().isWaiting) return false;
    stopWaiting();
    const place = placeOfKey(event);
    if (place === null) return event.key === 'Escape';
    event.preventDefault();
    goTo(place);
    return true;
  }
}
