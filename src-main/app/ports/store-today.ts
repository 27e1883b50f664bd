import type { AfterSaleKind } from '../../core/case/after-sale.ts';
import type { DeadlineKind } from '../../core/deadline/deadline.ts';
import type { CheckCode } from '../../core/order/checks.ts';
import type { Lane } from '../../core/order/lane.ts';
import type { HoldReason } from '../../core/order/work.ts';
import type { AfterSaleId, OrderId, ShopId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

/** Cards on the desk whose clock ends before a time. */
export interface LeavingCounts {
  readonly late: number;
  /** Late ones too. */
  readonly today: number;
  readonly tomorrow: number;
}

/** Cards on the desk of one shop whose clocks end within one hour, or have ended. */
export interface DueGroup {
  readonly shopId: ShopId;
  readonly platform: PlatformId;
  /** The first of them. */
  readonly atMs: number;
  readonly kind: DeadlineKind;
  readonly lastMs: number;
  readonly count: number;
  /** Of these, with a printed label. */
  readonly labelled: number;
}

export interface NewOrders {
  readonly shopId: ShopId;
  readonly platform: PlatformId;
  readonly count: number;
  /** One piece in all. */
  readonly singles: number;
  readonly withNote: number;
}

/** Cards in 有问题 that one thing stops: the seller's hold, else the worst check. */
export interface StuckCards {
  readonly check: CheckCode | null;
  readonly hold: HoldReason | null;
  readonly count: number;
  /** When the oldest of these orders was placed. */
  readonly oldestMs: number;
}

/** The clock of a card, for the alarms. */
export interface CardClock {
  readonly orderId: OrderId;
  readonly platform: PlatformId;
  readonly lane: Lane;
  readonly placedAtMs: number;
  readonly dueAtMs: number;
  readonly dueKind: DeadlineKind;
}

/** What a platform reports, waits for the seller, and no open case of ours stands for. */
export interface LooseReport {
  readonly id: AfterSaleId;
  readonly orderId: OrderId | null;
  readonly kind: AfterSaleKind;
  readonly remoteId: string;
  readonly platform: PlatformId;
  readonly openedAtMs: number;
  readonly dueAtMs: number;
}

/** Counts over the whole board, each in one grouped read of an index. The desk: new, problem, to-ship, labelled. */
export interface TodayReads {
  leavingCounts(nowMs: number, dayEndsMs: number): Promise<LeavingCounts>;
  /** Groups of cards due before then, late ones first. */
  dueGroups(nowMs: number, untilMs: number, limit: number): Promise<DueGroup[]>;
  /** By shop, most first. */
  newOrders(): Promise<NewOrders[]>;
  /** Most first. */
  stuckCards(): Promise<StuckCards[]>;
  /** Orders that left the desk since then and have not come back. */
  leftDeskSince(sinceMs: number): Promise<number>;
  /** Effects that gave up. */
  gaveUpCount(): Promise<number>;
  /** Cards on the desk or in after-sales whose clock ends before then, the first first. */
  clocksUntil(untilMs: number): Promise<CardClock[]>;
  looseReportCount(): Promise<number>;
  /** Those with a due time before then, the first first. */
  looseReports(untilMs: number, limit: number): Promise<LooseReport[]>;
}
