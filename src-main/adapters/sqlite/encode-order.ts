import type { OrderFacts } from '../../core/order/facts.ts';
import type { OrderWork } from '../../core/order/work.ts';
import type { FactsAsJson, WorkAsJson } from './decode-order.ts';

/** The facts that have neither a column nor a table. Spelled out, so that a new fact cannot be forgotten here. */
export function factsAsJson(facts: OrderFacts): FactsAsJson {
  return {
    rawStatus: facts.rawStatus,
    rawSubstatus: facts.rawSubstatus,
    deliverByMs: facts.deliverByMs,
    buyerId: facts.buyerId,
    buyerName: facts.buyerName,
    country: facts.country,
    customsId: facts.customsId ?? null,
    isAddressSealed: facts.isAddressSealed,
    buyerNote: facts.buyerNote,
    steps: facts.steps,
    openSteps: facts.openSteps,
    alerts: facts.alerts,
    trackingNumber: facts.trackingNumber,
    remoteParcels: facts.remoteParcels,
    total: facts.total,
    service: facts.service,
    cancellation: facts.cancellation,
    scanCodes: facts.scanCodes,
  };
}

/** The work without its parcels, which have a table. */
export function workAsJson(work: OrderWork): WorkAsJson {
  return {
    confirmedAtMs: work.confirmedAtMs,
    hold: work.hold,
    acceptedChecks: work.acceptedChecks,
    exception: work.exception,
    deliveredAtMs: work.deliveredAtMs,
    cancel: work.cancel,
    cases: work.cases,
    pastCases: work.pastCases,
    tags: work.tags,
    correctedAddress: work.correctedAddress,
    promisedMs: work.promisedMs,
    shipsWith: work.shipsWith,
    note: work.note,
    closedAtMs: work.closedAtMs,
  };
}
