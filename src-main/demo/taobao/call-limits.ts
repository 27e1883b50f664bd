import { SlidingWindow } from '../kit/limits/sliding-window.ts';
import { callLimited } from './refusal.ts';

const day = 86_400_000;
const eightHours = 8 * 3_600_000;

export interface CallLimitOptions {
  /** Of one API in any second. The platform shows real figures in its console only. */
  callsPerSecond: number;
  /** Of all APIs together, from midnight to midnight in GMT+8. */
  callsPerDay: number;
  /** How long an API stays shut after one call too many. */
  banSeconds: number;
}

/** Flow control: code 7 with the seconds that the ban still lasts. */
export class CallLimits {
  readonly #options: CallLimitOptions;
  readonly #window: SlidingWindow;
  readonly #bannedUntilMs = new Map<string, number>();
  #today = -1;
  #takenToday = 0;

  constructor(options: CallLimitOptions) {
    this.#options = options;
    this.#window = new SlidingWindow(options.callsPerSecond, 1_000);
  }

  /** Throws when this call is one too many. */
  take(operation: string, nowMs: number): void {
    this.#takeDaily(nowMs);
    const untilMs = this.#bannedUntilMs.get(operation) ?? 0;
    if (nowMs < untilMs) throw callLimited(Math.ceil((untilMs - nowMs) / 1_000));
    if (this.#window.take(operation, nowMs) >= 0) return;
    const { banSeconds } = this.#options;
    this.#bannedUntilMs.set(operation, nowMs + banSeconds * 1_000);
    throw callLimited(banSeconds);
  }

  #takeDaily(nowMs: number): void {
    const today = Math.floor((nowMs + eightHours) / day);
    if (today !== this.#today) {
      this.#today = today;
      this.#takenToday = 0;
    }
    if (this.#takenToday >= this.#options.callsPerDay) {
      const midnightMs = (today + 1) * day - eightHours;
      throw callLimited(Math.ceil((midnightMs - nowMs) / 1_000), 'accesscontrol.limited-by-app-access-count');
    }
    this.#takenToday += 1;
  }
}
