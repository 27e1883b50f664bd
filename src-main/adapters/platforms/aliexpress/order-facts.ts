import type { Alert, OrderFacts, OrderLine, PlatformStep, RemoteStage } from '../../../core/order/facts.ts';
import { endedBy, endingOf } from './end-reason.ts';
import { codeWord } from './nodes.ts';
import type { LineParts, OrderParts } from './order-parts.ts';
import { isFinalStage, isHeldBack, isKnownIssueWord, isOver, isToSend, stageOfStatus } from './units-status.ts';

const STEPS: readonly PlatformStep[] = ['platform-label', 'push-tracking'];

/** An order's facts; what could not be understood is added to `warnings`. Pure. */
export function factsOf(parts: OrderParts, warnings: string[]): OrderFacts {
  const stage = stageOf(parts, warnings);
  const isGoing = !isFinalStage(stage) && stage !== 'not-ready';
  const steps = parts.lines.some((line) => !line.isWarehouses) ? STEPS : [];
  return {
    platform: 'aliexpress',
    remoteId: parts.orderId,
    remoteOrderNumber: parts.orderId,
    stage,
    rawStatus: parts.status,
    rawSubstatus: substatusOf(parts),
    placedAtMs: parts.placedAtMs,
    shipByMs: isToSend(parts.status) ? parts.dueAtMs : null,
    deliverByMs: null,
    lines: parts.lines.map((line) => lineOf(line, parts, warnings)),
    buyerId: parts.buyerId,
    buyerName: parts.buyerName,
    country: parts.country,
    // Kept only while something is to be sent or on its way: of other orders nobody needs to know where they live.
    address: isGoing ? parts.address : null,
    isAddressSealed: true,
    buyerNote: distinct(parts.lines.map((line) => line.note)).join('\n') || null,
    steps,
    openSteps: openSteps(parts, stage, steps),
    alerts: alertsOf(parts, stage),
    trackingNumber: null,
    remoteParcels: parts.parcels,
    total: parts.total,
    service: distinct(parts.lines.map((line) => line.service)).join(', ') || null,
    cancellation: cancellationOf(parts, stage),
    scanCodes: [],
  };
}

function stageOf(parts: OrderParts, warnings: string[]): RemoteStage {
  const { status, issueStatus } = parts;
  if (issueStatus !== null && !isKnownIssueWord(issueStatus))
    warnings.push(`unknown-issue-status:${codeWord(issueStatus)}`);
  const stage = isOver(status) ? endStage(parts, warnings) : stageOfStatus(status);
  if (stage === null) warnings.push(`unknown-status:${codeWord(status)}`);
  if (stage === 'cancelled') return stage;
  // A dispute lies over the ordinary flow, also over the end of an order.
  if (issueStatus === 'IN_ISSUE') return 'disputed';
  const isWarehouses = parts.lines.length > 0 && parts.lines.every((line) => line.isWarehouses);
  return isWarehouses && isToSend(status) ? 'in-transit' : (stage ?? 'unknown');
}

function endStage({ endReason, isPaid, isSent }: OrderParts, warnings: string[]): RemoteStage {
  const { stage, isClear } = endingOf(endReason, isPaid, isSent);
  if (!isClear) warnings.push(`unknown-end-reason:${codeWord(endReason ?? '')}`);
  return stage;
}

/** The overlays, as the platform words them. */
function substatusOf({ issueStatus, frozenStatus, endReason }: OrderParts): string | null {
  const words = [issueStatus, frozenStatus, endReason].filter((word) => word !== null && !word.startsWith('NO_'));
  return words.join(' ') || null;
}

function lineOf(line: LineParts, { status, orderId }: OrderParts, warnings: string[]): OrderLine {
  if (line.unitPrice === null) warnings.push('price-unreadable');
  if (line.sku === null) warnings.push('sku-code-missing');
  // A line that is over in an order that is not has been cancelled out of it.
  const isGone = line.status !== null && isOver(line.status) && !isOver(status);
  return {
    remoteId: line.childId,
    remoteSku: line.productId,
    sku: line.sku ?? line.productId,
    title: line.title ?? line.sku ?? orderId,
    variant: line.variant,
    quantity: isGone || line.isWarehouses ? 0 : line.quantity,
    unitPrice: line.unitPrice,
  };
}

function alertsOf({ status, frozenStatus }: OrderParts, stage: RemoteStage): Alert[] {
  if (stage === 'cancelled') return [];
  const alerts: Alert[] = [];
  if (status === 'IN_CANCEL') alerts.push('cancel-requested');
  if (isHeldBack(status) || frozenStatus === 'IN_FROZEN') alerts.push('frozen');
  return alerts;
}

function openSteps(parts: OrderParts, stage: RemoteStage, steps: readonly PlatformStep[]): PlatformStep[] | null {
  if (stage === 'unknown') return null;
  if (parts.frozenStatus === 'IN_FROZEN' || steps.length === 0) return [];
  if (isToSend(parts.status)) return [...steps];
  return parts.status === 'WAIT_BUYER_ACCEPT_GOODS' ? ['push-tracking'] : [];
}

function cancellationOf({ endReason, isSent }: OrderParts, stage: RemoteStage): OrderFacts['cancellation'] {
  if (stage !== 'cancelled') return null;
  const reason = endReason ?? '';
  return { reason, by: endedBy(reason), afterHandOver: isSent };
}

const distinct = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter((text): text is string => text !== null)),
];
