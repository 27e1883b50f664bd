import type { OrderFacts, OrderLine, RemoteStage } from '../order/facts.ts';
import { isSyntheticId } from './line-id.ts';

/** Who else speaks of the shop's orders: where only files do, the newest file stands for what it says. */
export type FileAuthority = 'beside-api' | 'file-only';

/** How far an order is; from any of these a file may move it on, never back. */
const RANKS: Readonly<Record<RemoteStage, number>> = {
  unknown: 0,
  'not-ready': 1,
  'to-confirm': 2,
  registering: 3,
  'to-hand-over': 4,
  declared: 5,
  'in-transit': 6,
  disputed: 7,
  rejected: 7,
  delivered: 8,
  cancelled: 9,
  replaced: 10,
};

/** An order that arrived is not cancelled any more, one that ended is over. */
const isOver = (stage: RemoteStage): boolean => stage === 'delivered' || stage === 'cancelled' || stage === 'replaced';

/**
 * What is known of an order once a file has spoken of it too. Beside an API a file only fills what nobody has said and
 * moves the stage on; it never takes anything back. Where files are all there is, a file that is not behind what we know
 * also replaces what it names otherwise: the buyer may have mended her address. Pure.
 */
export function mergeFileFacts(ours: OrderFacts, fromFile: OrderFacts, authority: FileAuthority): OrderFacts {
  const isAhead = !isOver(ours.stage) && RANKS[fromFile.stage] > RANKS[ours.stage];
  const isBehind = RANKS[fromFile.stage] < RANKS[ours.stage];
  const filled = fill(ours, fromFile);
  const said = authority === 'file-only' && !isBehind ? replace(filled, fromFile) : filled;
  if (!isAhead) return said;
  const { stage, rawStatus, rawSubstatus, cancellation, alerts } = fromFile;
  return {
    ...said,
    stage,
    rawStatus,
    rawSubstatus,
    cancellation: cancellation ?? said.cancellation,
    alerts: alertsOf(ours, alerts),
  };
}

/** A file's alerts come on top: what the platform warned of is not taken back by a file that does not mention it. */
function alertsOf(ours: OrderFacts, alerts: OrderFacts['alerts']): OrderFacts['alerts'] {
  return [...new Set([...ours.alerts, ...alerts])];
}

function fill(ours: OrderFacts, theirs: OrderFacts): OrderFacts {
  return {
    ...ours,
    lines: mergeLines(ours.lines, theirs.lines),
    shipByMs: ours.shipByMs ?? theirs.shipByMs,
    deliverByMs: ours.deliverByMs ?? theirs.deliverByMs,
    buyerId: ours.buyerId ?? theirs.buyerId,
    buyerName: ours.buyerName ?? theirs.buyerName,
    customsId: ours.customsId ?? theirs.customsId ?? null,
    country: ours.country ?? theirs.country,
    address: ours.address ?? theirs.address,
    buyerNote: ours.buyerNote ?? theirs.buyerNote,
    trackingNumber: ours.trackingNumber ?? theirs.trackingNumber,
    remoteParcels: mergeParcels(ours.remoteParcels, theirs.remoteParcels),
    total: ours.total ?? theirs.total,
    service: ours.service ?? theirs.service,
  };
}

/** What the newest file names stands, its silence says nothing. */
function replace(ours: OrderFacts, theirs: OrderFacts): OrderFacts {
  const isLinesNew = !hasOnlySynthetic(theirs.lines) || hasOnlySynthetic(ours.lines);
  return {
    ...ours,
    lines: isLinesNew && theirs.lines.length > 0 ? mergeLines(theirs.lines, ours.lines) : ours.lines,
    shipByMs: theirs.shipByMs ?? ours.shipByMs,
    deliverByMs: theirs.deliverByMs ?? ours.deliverByMs,
    address: isMasked(theirs.address) ? (ours.address ?? theirs.address) : (theirs.address ?? ours.address),
    customsId: theirs.customsId ?? ours.customsId ?? null,
    buyerNote: theirs.buyerNote ?? ours.buyerNote,
    total: theirs.total ?? ours.total,
    service: theirs.service ?? ours.service,
    alerts: theirs.rawStatus === '' ? ours.alerts : theirs.alerts,
  };
}

/** Seller centres hide names and streets once the parcel has left; what was known in full stays. */
function isMasked(address: OrderFacts['address']): boolean {
  return address !== null && [address.name, ...address.lines].some((text) => text.includes('*'));
}

const hasOnlySynthetic = (lines: readonly OrderLine[]): boolean => lines.every((line) => isSyntheticId(line.remoteId));

/** The first list stands; what it leaves open is filled from the second. Lines with the platform's ids beat made-up ones. */
function mergeLines(lines: readonly OrderLine[], others: readonly OrderLine[]): readonly OrderLine[] {
  if (lines.length === 0) return others;
  if (hasOnlySynthetic(lines) && !hasOnlySynthetic(others)) return others;
  const byId = new Map(others.map((line) => [line.remoteId, line]));
  return lines.map((line) => {
    const other = byId.get(line.remoteId);
    if (other === undefined) return line;
    return {
      ...line,
      sku: line.sku === '' ? other.sku : line.sku,
      title: line.title === '' ? other.title : line.title,
      variant: line.variant ?? other.variant,
      unitPrice: line.unitPrice ?? other.unitPrice,
    };
  });
}

function mergeParcels(
  ours: OrderFacts['remoteParcels'],
  theirs: OrderFacts['remoteParcels'],
): OrderFacts['remoteParcels'] {
  return ours.length > 0 ? ours : theirs;
}
