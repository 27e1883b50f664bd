import { shortRefusal } from '../../i18n/code-text.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { useMachines, type Shop, type WaitingEffect } from '../../stores/machines.ts';
import { useBoard } from './board-store.ts';
import type { LaneWindow } from './lane-window.ts';
import type { Lane } from './lanes.ts';
import { isHome, type MovePlan } from './move-plan.ts';

export interface LaneLine {
  readonly text: string;
  readonly tone: 'plain' | 'soon' | 'late' | 'accent';
  readonly isRefusal: boolean;
}

const line = (text: string, tone: LaneLine['tone'] = 'plain'): LaneLine => ({ text, tone, isRefusal: false });

/** The line under a lane's name: what it means for her, right now. */
export function useSoWhat(lane: Lane): LaneLine {
  const t = useWords();
  const window = useBoard((store) => store.model.lanes[lane]);
  const shops = useMachines((machines) => machines.shops);
  const failed = useMachines((machines) => pushesOf(machines.effects, true));
  const waiting = useMachines((machines) => pushesOf(machines.effects, false));
  if (lane === 'new') return stoppedShop(shops, t) ?? deskLine(lane, window, t);
  if (lane === 'in-transit') return pushLine(window.count, failed, waiting, t);
  if (window.count === 0) return line(t('board:soWhat.nothing'));
  if (lane === 'exception') return line(t('board:soWhat.look', { count: window.count }), 'soon');
  if (lane === 'delivered') return line(t('board:soWhat.review'));
  return deskLine(lane, window, t);
}

/** How many pushes of numbers and of what became of parcels failed, or wait. Confirmations are no matter of this lane. */
function pushesOf(effects: readonly WaitingEffect[], hasGivenUp: boolean): number {
  return effects.filter(({ kind, state }) => kind.startsWith('push-') && (state === 'gave-up') === hasGivenUp).length;
}

function stoppedShop(shops: readonly Shop[] | null, t: Words): LaneLine | null {
  const stale = shops?.find((shop) => shop.isStale && shop.lastGoodSyncMs !== null);
  if (stale?.lastGoodSyncMs === undefined || stale.lastGoodSyncMs === null) return null;
  return line(t('board:soWhat.shopStopped', { shop: stale.name, time: formatTime(stale.lastGoodSyncMs) }), 'late');
}

function pushLine(count: number, failed: number, waiting: number, t: Words): LaneLine {
  if (failed > 0) return line(t('board:soWhat.pushFailed', { count: failed }), 'late');
  if (waiting > 0) return line(t('board:soWhat.pushing', { count: waiting }));
  return line(count === 0 ? t('board:soWhat.nothing') : t('board:soWhat.pushed'));
}

function deskLine(lane: Lane, window: LaneWindow, t: Words): LaneLine {
  const { count, overdue, dueSoon } = window;
  if (count === 0) return line(t('board:soWhat.nothing'));
  if (dueSoon === 0 && overdue > 0) return line(t('board:soWhat.late', { count: overdue }), 'late');
  if (lane === 'after-sales') {
    return dueSoon > 0
      ? line(t('board:soWhat.caseSoon', { count: dueSoon }), 'soon')
      : line(t('board:soWhat.caseCalm'));
  }
  if (dueSoon === 0) return line(t('board:soWhat.calm'));
  if (lane === 'labelled') return line(t('board:soWhat.handOver', { count: dueSoon }), 'soon');
  if (lane === 'problem') return line(t('board:soWhat.hold', { count: dueSoon }), 'soon');
  return line(t('board:soWhat.soon', { count: dueSoon }), lane === 'to-ship' ? 'soon' : 'plain');
}

/** The same line while something is dragged: what a drop here does, or why not. */
export function dropLine(plan: MovePlan, isOver: boolean, t: Words): LaneLine {
  if (isHome(plan)) return line(t('board:drop.back'));
  if (plan.action === null) {
    const text = shortRefusal(plan.refusal ?? '', t);
    return { text, tone: isOver ? 'late' : 'plain', isRefusal: true };
  }
  return line(t(`board:drop.${dropWord(plan.action)}`), isOver ? 'accent' : 'plain');
}

const DROP_WORDS = [
  'confirm',
  'hold',
  'release',
  'print',
  'hand-over',
  'mark-exception',
  'clear-exception',
  'mark-delivered',
  'open-case',
] as const;
export type DropWord = (typeof DROP_WORDS)[number] | 'move';

/** The action in the words of a drop; one we have no words for is a plain move. */
export function dropWord(action: string): DropWord {
  return DROP_WORDS.find((word) => word === action) ?? 'move';
}
