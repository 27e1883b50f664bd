import type { AppEvent } from '../../../src-main/contract/events.ts';
import type { Bridge } from '../../../src-main/contract/index.ts';
import type { Envelope } from '../../../src-main/contract/errors.ts';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { OutcomeList } from '../../../src-main/contract/methods/outcome.ts';
import { LANES, type Lane } from '../../../src-main/core/order/lane.ts';
import { fakeCards, movesOf } from './fake-cards.ts';
import { machineAnswers } from './fake-machines.ts';
import { orderAnswers } from './fake-orders.ts';
import type { HarnessOptions } from './options.ts';

type Answer = (input: never) => unknown;
const DAY = 86_400_000;
const UNDO_MS = 10_000;

/** A main process in a few lines: enough to look at every state of the window. */
export class FakeApp {
  readonly bridge: Bridge;
  private readonly options: HarnessOptions;
  private readonly cards: Map<string, CardView>;
  private readonly undo = new Map<string, readonly CardView[]>();
  private readonly listeners = new Set<(event: unknown) => void>();
  private revision = 1;
  private preferences: Record<string, unknown>;

  constructor(options: HarnessOptions) {
    this.options = options;
    this.preferences = {
      language: options.locale,
      theme: options.theme,
      density: options.density,
      undoWindowMs: UNDO_MS,
      pushTracking: 'hand-over',
    };
    const cards = options.isEmpty ? [] : fakeCards(Date.now(), options.extra);
    this.cards = new Map(cards.map((card) => [card.orderId, card]));
    this.bridge = {
      invoke: (name, input) => this.invoke(name, input),
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  private async invoke(name: string, input: unknown): Promise<Envelope<unknown>> {
    if (this.options.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.options.delayMs));
    const answer = this.answers()[name];
    if (answer === undefined || this.options.failing.includes(name)) {
      return { ok: false, code: answer === undefined ? 'unknown-method' : 'internal', params: {}, retryable: true };
    }
    return { ok: true, value: answer(input as never) };
  }

  private emit(event: AppEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private changed(ids: string[]): void {
    this.revision += 1;
    this.emit({ name: 'orders.changed', payload: { ids, revision: this.revision } });
  }

  /** Puts a card in another state, as a sync would; for the shots. */
  put(orderId: string, change: Partial<CardView>): void {
    const card = this.cards.get(orderId);
    if (card === undefined) return;
    this.cards.set(orderId, { ...card, ...change, moves: movesOf(change.lane ?? card.lane) });
    this.changed([orderId]);
  }

  private lane(lane: Lane): CardView[] {
    return [...this.cards.values()]
      .filter((card) => card.lane === lane)
      .sort((left, right) => (left.dueAtMs ?? Infinity) - (right.dueAtMs ?? Infinity));
  }

  private move(ids: readonly string[], lane: Lane, change: Partial<CardView> = {}): OutcomeList {
    const commandId = `command-${this.revision}`;
    const before = ids.flatMap((id) => this.cards.get(id) ?? []);
    const results = before.map((card): OutcomeList['results'][number] => {
      const move = card.moves[lane];
      if ('refusal' in move) return { orderId: card.orderId, ok: false, refusal: move.refusal };
      this.cards.set(card.orderId, { ...card, lane, check: null, holdReason: null, ...change, moves: movesOf(lane) });
      return { orderId: card.orderId, ok: true };
    });
    this.undo.set(commandId, before);
    queueMicrotask(() => this.changed([...ids]));
    const isDone = results.some((result) => result.ok);
    return {
      commandId: isDone ? commandId : null,
      undoUntilMs: isDone ? Date.now() + UNDO_MS : null,
      effectCount: before.length,
      results,
    };
  }

  private undoCommand(commandId: string): OutcomeList {
    const before = this.undo.get(commandId) ?? [];
    for (const card of before) this.cards.set(card.orderId, card);
    queueMicrotask(() => this.changed(before.map((card) => card.orderId)));
    const results = before.map((card) => ({ orderId: card.orderId, ok: true as const }));
    return { commandId: null, undoUntilMs: null, effectCount: 0, results };
  }

  private counts() {
    const nowMs = Date.now();
    return LANES.map((lane) => {
      const cards = this.lane(lane);
      const dues = cards.flatMap((card) => card.dueAtMs ?? []);
      const overdue = dues.filter((due) => due <= nowMs).length;
      return {
        lane,
        count: cards.length,
        overdue,
        dueSoon: dues.filter((due) => due > nowMs && due < nowMs + DAY).length,
      };
    });
  }

  private appState() {
    const { locale, phase } = this.options;
    return {
      phase,
      fault: phase === 'recovery' ? 'damaged' : null,
      locale: this.preferences['language'] ?? locale,
      preferences: this.preferences,
      platform: 'win32',
      version: '0.1.0',
      dataFolder: 'C:\\Users\\chen\\Chudan',
      isDemo: true,
    };
  }

  private answers(): Record<string, Answer> {
    return {
      'app.state': () => this.appState(),
      'app.boardDrawn': () => ({ done: true }),
      'app.setPreferences': (change: Record<string, unknown>) => {
        this.preferences = { ...this.preferences, ...change };
        return this.preferences;
      },
      'board.summary': () => ({ revision: this.revision, nowMs: Date.now(), lanes: this.counts() }),
      'board.cards': ({ lane, offset, limit }: { lane: Lane; offset: number; limit: number }) => ({
        revision: this.revision,
        cards: this.lane(lane).slice(offset, offset + limit),
      }),
      'board.cardsById': ({ ids }: { ids: string[] }) => ({
        revision: this.revision,
        cards: ids.flatMap((id) => this.cards.get(id) ?? []),
      }),
      'board.search': ({ query }: { query: string }) => ({
        cards: [...this.cards.values()]
          .filter((card) => `${card.remoteId} ${card.title} ${card.sku}`.includes(query))
          .slice(0, 50),
      }),
      'board.scan': ({ code }: { code: string }) => ({
        orderIds: [...this.cards.values()]
          .filter((card) => card.remoteId === code || card.trackingNumber === code)
          .map((card) => card.orderId),
      }),
      'board.move': ({ ids, lane }: { ids: string[]; lane: Lane }) => this.move(ids, lane),
      'board.undo': ({ commandId }: { commandId: string }) => this.undoCommand(commandId),
      'printing.print': ({ ids }: { ids: string[] }) => this.move(ids, 'labelled', { isLabelled: true }),
      'orders.hold': ({ ids, reason }: { ids: string[]; reason: string }) =>
        this.move(ids, 'problem', { holdReason: reason }),
      'orders.openCase': ({ ids, kind }: { ids: string[]; kind: string }) =>
        this.move(ids, 'after-sales', { caseKind: kind }),
      'orders.acceptCheck': ({ id }: { id: string }) => {
        const card = this.cards.get(id);
        return this.move([id], card?.lane === 'problem' ? 'to-ship' : (card?.lane ?? 'new'), {});
      },
      ...orderAnswers((id) => this.cards.get(id)),
      ...machineAnswers(this.options),
    };
  }
}
