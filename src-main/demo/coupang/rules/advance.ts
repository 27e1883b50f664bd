import type { Box } from '../box.ts';
import type { Exchange, Receipt, Ticket } from '../claims.ts';
import { happen } from '../happenings.ts';
import type { WorldStore } from '../store.ts';
import type { CoupangTimings } from '../timings.ts';
import { moveBox } from './box-life.ts';

/** Lets everything happen that is due by `nowMs`, each thing at its own time. True when anything did. */
export function advance(store: WorldStore, nowMs: number, timings: CoupangTimings): boolean {
  // The agenda first, and for each of its events everything that was due before it: a buyer cancels what has arrived by then.
  let hasChanged = false;
  for (let next = store.world.agenda[0]; next !== undefined && next.atMs <= nowMs; next = store.world.agenda[0]) {
    store.world.agenda = store.world.agenda.slice(1);
    advanceAll(store, next.atMs, timings);
    attempt(() => happen(store, next.event, next.atMs, timings));
    hasChanged = true;
  }
  return advanceAll(store, nowMs, timings) || hasChanged;
}

/** What was written into the agenda may make no sense by now: the parcel is gone, so the buyer keeps it. */
function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // Nothing happens then.
  }
}

function advanceAll(store: WorldStore, nowMs: number, timings: CoupangTimings): boolean {
  let hasChanged = false;
  for (const box of store.world.boxes) if (advanceBox(box, nowMs)) hasChanged = true;
  for (const receipt of store.world.receipts) if (shipSilently(receipt, nowMs)) hasChanged = true;
  for (const exchange of store.world.exchanges) if (advanceExchange(store, exchange, nowMs)) hasChanged = true;
  for (const ticket of store.world.tickets) if (closeStale(ticket, nowMs, timings.ticketLifeMs)) hasChanged = true;
  return hasChanged;
}

function advanceBox(box: Box, nowMs: number): boolean {
  let hasChanged = false;
  for (let next = box.script[0]; next !== undefined && next.atMs <= nowMs; next = box.script[0]) {
    box.script = box.script.slice(1);
    moveBox(box, next.status, next.atMs);
    hasChanged = true;
  }
  return hasChanged;
}

/** A stop request that nobody answers is taken for "already shipped" and becomes a return. */
function shipSilently(receipt: Receipt, nowMs: number): boolean {
  const atMs = receipt.autoShippedAtMs;
  if (atMs === null || atMs > nowMs || receipt.withdrawnAtMs !== null) return false;
  receipt.status = 'RETURNS_UNCHECKED';
  receipt.releaseStop = '자동처리(이미출고)';
  receipt.deliveryType = '연동택배';
  receipt.modifiedAtMs = atMs;
  receipt.autoShippedAtMs = null;
  return true;
}

function advanceExchange(store: WorldStore, exchange: Exchange, nowMs: number): boolean {
  let hasChanged = false;
  if (exchange.newBoxAtMs !== null && exchange.newBoxAtMs <= nowMs) {
    exchange.newBox = {
      shipmentBoxId: store.newBoxId(),
      status: 'INSTRUCT',
      carrierCode: '',
      invoiceNumber: '',
      uploadedAtMs: null,
      deliveredAtMs: null,
      script: [],
    };
    exchange.modifiedAtMs = exchange.newBoxAtMs;
    exchange.newBoxAtMs = null;
    hasChanged = true;
  }
  const box = exchange.newBox;
  for (let next = box?.script[0]; box !== null && next !== undefined && next.atMs <= nowMs; next = box.script[0]) {
    box.script = box.script.slice(1);
    box.status = next.status;
    exchange.modifiedAtMs = next.atMs;
    if (next.status === 'FINAL_DELIVERY') {
      box.deliveredAtMs = next.atMs;
      exchange.status = 'SUCCESS';
    }
    hasChanged = true;
  }
  return hasChanged;
}

/** Unanswered for a day: the system closes it as answered, and the API can no longer reply. */
function closeStale(ticket: Ticket, nowMs: number, lifeMs: number): boolean {
  const closesAtMs = ticket.askedAtMs + lifeMs;
  const isWaiting = ticket.kind === 'answer' ? ticket.counseling === 'requestAnswer' : ticket.confirmedBy === null;
  if (!isWaiting || ticket.isClosedBySystem || closesAtMs > nowMs) return false;
  ticket.isClosedBySystem = true;
  ticket.status = 'complete';
  ticket.counseling = 'answered';
  ticket.answeredAtMs = closesAtMs;
  return true;
}
