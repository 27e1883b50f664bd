import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterStatus, TransportOutcome } from '../../../app/ports/printers.ts';
import { blockingCondition, type StatusAnswer, type StatusDialect } from '../status/dialect.ts';
import { JobTalk } from './job-talk.ts';
import type { Line } from './line.ts';
import type { LineTiming } from './timing.ts';

export interface LineJobParts {
  readonly timing: LineTiming;
  readonly chunkBytes: number;
  readonly dialect: StatusDialect | null;
  readonly isAsked: boolean;
  readonly signal: AbortSignal;
  /** The question before the job was answered, or not. */
  noteAnswer(hasAnswered: boolean): void;
}

/** So that fifty labels a second stay possible. */
const ASK_BEHIND_MS = 15;

type UncertainReason = Extract<TransportOutcome, { readonly kind: 'uncertain' }>['reason'];
type Moved = 'moved' | 'stalled' | 'broke' | 'aborted';

/** One job over an open line, which it closes: perhaps ask, write with an eye on progress, drain. Never rejects. */
export async function sendOverLine(line: Line, bytes: Uint8Array, parts: LineJobParts): Promise<TransportOutcome> {
  try {
    return await new LineJob(line, bytes, parts).run();
  } finally {
    await line.close();
  }
}

/** Asks over an open line, which it closes. Never rejects. */
export async function askOverLine(line: Line, dialect: StatusDialect | null, limitMs: number): Promise<PrinterStatus> {
  if (dialect === null) {
    await line.close();
    return { kind: 'silent' };
  }
  const asked = await ask(line, dialect, limitMs, new JobTalk(dialect), new AbortController().signal);
  await line.close();
  if (asked.moved === 'broke') return { kind: 'unreachable', reason: 'unreachable' };
  if (asked.answer === null) return { kind: 'silent' };
  return { kind: 'answered', conditions: asked.answer.conditions, isBusy: asked.answer.isBusy };
}

class LineJob {
  readonly #line: Line;
  readonly #bytes: Uint8Array;
  readonly #parts: LineJobParts;
  readonly #talk: JobTalk;
  #taken = 0;

  constructor(line: Line, bytes: Uint8Array, parts: LineJobParts) {
    this.#line = line;
    this.#bytes = bytes;
    this.#parts = parts;
    this.#talk = new JobTalk(parts.dialect);
  }

  async run(): Promise<TransportOutcome> {
    const refusal = await this.#askFirst();
    if (refusal !== null) return refusal;
    this.#talk.jobBegins();
    while (this.#taken < this.#bytes.length) {
      const moved = await this.#write(this.#bytes.subarray(this.#taken, this.#taken + this.#parts.chunkBytes));
      if (moved !== 'moved') return this.#stopped(moved);
    }
    const moved = await this.#within(this.#line.drain());
    if (moved !== 'moved') return this.#stopped(moved);
    await this.#askBehind();
    const bytes = this.#bytes.length;
    if (this.#talk.trouble !== null) return this.#uncertain(this.#talk.trouble);
    return { kind: this.#talk.isPrinted ? 'confirmed' : 'sent', bytes };
  }

  /** A printer that answered before the job may tell what became of it, if it does so at once. */
  async #askBehind(): Promise<void> {
    const { dialect } = this.#parts;
    if (!this.#talk.hasAnswered || dialect === null) return;
    const endMs = performance.now() + ASK_BEHIND_MS;
    const moved = await within(this.#line.write(dialect.query), ASK_BEHIND_MS, this.#parts.signal);
    while (moved === 'moved' && !this.#talk.hasSpoken && performance.now() < endMs) await pause(2);
  }

  async #askFirst(): Promise<TransportOutcome | null> {
    const { dialect, isAsked, noteAnswer, signal, timing } = this.#parts;
    if (signal.aborted) return { kind: 'not-sent', reason: 'aborted' };
    if (!isAsked || dialect === null) {
      this.#line.listen((chunk) => void this.#talk.hear(chunk));
      return null;
    }
    const { moved, answer } = await ask(this.#line, dialect, timing.askMs, this.#talk, signal);
    if (moved === 'aborted') return { kind: 'not-sent', reason: 'aborted' };
    if (moved === 'broke') return { kind: 'not-sent', reason: 'unreachable' };
    noteAnswer(answer !== null);
    const blocking = blockingCondition(answer?.conditions ?? []);
    if (blocking !== null) return { kind: 'not-sent', reason: blocking };
    // The device did not even take the question: the job would only pile up behind it.
    return moved === 'stalled' ? { kind: 'not-sent', reason: 'offline' } : null;
  }

  #write(chunk: Uint8Array): Promise<Moved> {
    return this.#within(this.#line.write(chunk).then((count) => void (this.#taken += count)));
  }

  #within(step: Promise<unknown>): Promise<Moved> {
    return within(step, this.#parts.timing.stallMs, this.#parts.signal);
  }

  #stopped(moved: Exclude<Moved, 'moved'>): TransportOutcome {
    if (moved === 'aborted') return this.#uncertain('aborted');
    return this.#uncertain(this.#talk.trouble ?? (moved === 'stalled' ? 'stalled' : 'reset'));
  }

  #uncertain(reason: UncertainReason): TransportOutcome {
    return { kind: 'uncertain', bytesTaken: Math.min(this.#taken, this.#bytes.length), reason };
  }
}

/** The question and its answer. Goes on listening into `talk` afterwards. */
async function ask(
  line: Line,
  dialect: StatusDialect,
  limitMs: number,
  talk: JobTalk,
  signal: AbortSignal,
): Promise<{ readonly moved: Moved; readonly answer: StatusAnswer | null }> {
  let found: (answer: StatusAnswer) => void = () => undefined;
  const answered = new Promise<StatusAnswer>((resolve) => (found = resolve));
  line.listen((chunk) => {
    const answer = talk.hear(chunk);
    if (answer !== null) found(answer);
  });
  const startMs = performance.now();
  const moved = await within(line.write(dialect.query), limitMs, signal);
  if (moved !== 'moved') return { moved, answer: null };
  let answer: StatusAnswer | null = null;
  const restMs = limitMs - (performance.now() - startMs);
  const waited = await within(
    answered.then((first) => (answer = first)),
    restMs,
    signal,
  );
  return { moved: waited === 'aborted' ? 'aborted' : 'moved', answer };
}

/** What became of a step of the line; a step given up goes on unheard. */
function within(step: Promise<unknown>, limitMs: number, signal: AbortSignal): Promise<Moved> {
  return new Promise((resolve) => {
    const onAbort = (): void => settle('aborted');
    const timer = setTimeout(() => settle('stalled'), Math.max(1, limitMs));
    const settle = (moved: Moved): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(moved);
    };
    if (signal.aborted) return settle('aborted');
    signal.addEventListener('abort', onAbort, { once: true });
    step.then(
      () => settle('moved'),
      () => settle('broke'),
    );
  });
}
