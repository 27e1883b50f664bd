import type { PlatformConnector } from '../../src-main/app/ports/platform-connector.ts';
import type { AfterSaleKind, AfterSaleStage } from '../../src-main/core/case/after-sale.ts';
import type { Effect, EffectKind } from '../../src-main/core/order/effects.ts';
import type { RemoteStage } from '../../src-main/core/order/facts.ts';

/** What can be made to go wrong at the platform, in words that all platforms share. */
export type BenchFault =
  /** Nothing happened, and no answer came. */
  | 'timeout-before-write'
  /** It happened, and no answer came. */
  | 'timeout-after-write'
  | 'server-error'
  | 'html-page'
  | 'truncated'
  | 'throttled'
  | 'breaker'
  | 'duplicate-page'
  | 'unknown-words';

/** An order as the simulator's own books have it. */
export interface BookedOrder {
  readonly remoteId: string;
  readonly stage: RemoteStage;
  readonly placedAtMs: number;
  readonly shipByMs: number | null;
}

/** A case as the simulator's own books have it. */
export interface BookedCase {
  readonly kind: AfterSaleKind;
  readonly remoteId: string;
  readonly stage: AfterSaleStage;
}

/**
 * A simulator and a connector to it, as the shared suite wants them. One a test; it must not outlive the test. The
 * suite knows nothing of the platform but this.
 */
export interface ConnectorBench {
  readonly connector: PlatformConnector;
  /** What a seller types into the form to connect this very shop. */
  readonly settings: Readonly<Record<string, string>>;
  /** A second connector to the same shop, whose clock is off by so much. */
  connectorWithSkew(skewMs: number): PlatformConnector;
  readonly nowMs: () => number;
  pass(ms: number): void;
  /** Strikes the next `count` requests; the reading or the writing ones. */
  fault(fault: BenchFault, where: 'reads' | 'writes', count?: number): void;
  clearFaults(): void;
  /** Every order that a first sync must bring. */
  booked(): readonly BookedOrder[];
  /** A new order that has just come in; gives its remote id. */
  addOrder(): string;
  /** Every case that a first pull of cases must bring. */
  bookedCases(): readonly BookedCase[];
  /** A buyer opens a case (of any kind that the platform's API knows), or one moves on. */
  disturbCases(chance: number): void;
  /**
   * A second connector to the same shop with the real token pacer on the bench's clock; while it waits, `pass` or the
   * pacer's own clock must let time go by. The suite pulls and pushes hard through it.
   */
  pacedConnector(): PlatformConnector;
  /**
   * The lowest level that each published token bucket ever had by the simulator's own count of requests (kit's
   * lowestLevel over RequestLog.times): below zero means that we called too fast.
   */
  lowestLevels(): Readonly<Record<string, number>>;
  /** The platform forgets the access token that the connector holds; null where requests are signed without one. */
  readonly expireToken: (() => void) | null;
  /** Something happens to an order at the platform, without the seller. */
  disturb(remoteId: string, chance: number): void;
  /** An order that is ready for this effect, and the effect. */
  ready(kind: EffectKind): Promise<Effect>;
  /** How often this effect took place at the platform. */
  timesDone(effect: Effect): number;
  /** Longest time from an accepted effect to its being visible. */
  readonly settleMs: number;
  /** Names, phones, streets and keys that must never leave the connector but in an order's facts. */
  readonly secrets: readonly string[];
}

/** What a thrown PlatformFault, an outcome or any other answer says, as text. */
export function wordsOf(value: unknown): string {
  return value instanceof Error
    ? `${value.message} ${JSON.stringify(value)} ${value.stack ?? ''}`
    : JSON.stringify(value);
}
