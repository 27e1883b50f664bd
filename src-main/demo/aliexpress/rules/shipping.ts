import type { AliLine, AliOrder, AliShipment } from '../order.ts';
import { declareService } from '../services.ts';
import type { AliTimings } from '../timings.ts';
import { canMove } from './lifecycle.ts';
import { move } from './move.ts';

/** What a seller says about one parcel. */
export interface Declaration {
  serviceName: string;
  logisticsNo: string;
  sortId: number | null;
  sendType: 'all' | 'part';
  trackingWebsite: string;
  actualCarrier: string;
  packageType: string;
  ioss: string;
}

/** Why something is refused; the documents name no codes here, so these are the simulator's. */
export interface Reason {
  code: string;
  text: string;
}

/** Null when nothing speaks against it. */
export type Objection = Reason | null;

/** The rules of a service and a number, whatever order they are for. */
export function objectToNumber(wish: Omit<Declaration, 'sendType' | 'sortId' | 'ioss'>): Objection {
  const service = declareService(wish.serviceName);
  if (service === undefined) return { code: 'SERVICE_NAME_ERROR', text: `unknown service name: ${wish.serviceName}` };
  if (!new RegExp(service.trackingPattern, 'u').test(wish.logisticsNo)) {
    return { code: 'LOGISTICS_NO_ERROR', text: `the logistics number does not fit ${service.trackingPattern}` };
  }
  const isOther = service.serviceName.startsWith('OTHER');
  if (isOther && (wish.trackingWebsite === '' || wish.actualCarrier === '')) {
    return { code: 'TRACKING_WEBSITE_ERROR', text: 'tracking website and actual carrier are required for OTHER' };
  }
  if (wish.packageType !== '' && wish.packageType !== 'consolidation') {
    return { code: 'PACKAGE_TYPE_ERROR', text: `unknown package type: ${wish.packageType}` };
  }
  return null;
}

/** The rules of the order's state; frozen goods stay where they are. */
export function objectToState(order: AliOrder): Objection {
  if (order.frozenStatus === 'IN_FROZEN') return { code: 'ORDER_FROZEN', text: 'the order is frozen' };
  if (canMove(order, 'sendAll')) return null;
  return { code: 'ORDER_STATUS_ERROR', text: `the order cannot be shipped in ${order.status}` };
}

export function objectToDeclaration(order: AliOrder, wish: Declaration): Objection {
  const objection = objectToState(order) ?? objectToNumber(wish);
  if (objection !== null) return objection;
  const line = order.lines.find((candidate) => candidate.sortId === wish.sortId);
  if (wish.sortId !== null && line === undefined) {
    return { code: 'SUB_TRADE_ORDER_ERROR', text: `no line has the index ${wish.sortId}` };
  }
  if (line?.isWarehouseSent === true) return { code: 'SUB_TRADE_ORDER_ERROR', text: 'the warehouse sends this line' };
  if (line !== undefined && isLineSent(order, line)) {
    return { code: 'SUB_TRADE_ORDER_ERROR', text: 'this line is shipped already' };
  }
  const isThere = order.shipments.some(
    (shipment) => shipment.logisticsNo === wish.logisticsNo && shipment.sortId === wish.sortId,
  );
  return isThere ? { code: 'LOGISTICS_NO_REPEATED', text: 'this number is declared for this order already' } : null;
}

/** Writes declarations that nothing speaks against, then moves the order: `all` for everything ends the shipping. */
export function declareParcels(
  order: AliOrder,
  wishes: readonly Declaration[],
  nowMs: number,
  timings: AliTimings,
): void {
  for (const wish of wishes) {
    order.shipments.push({ ...wish, declaredAtMs: nowMs, changes: 0 });
    const { serviceName, logisticsNo, sortId, sendType } = wish;
    order.effects.declared.push({ serviceName, logisticsNo, sortId, sendType, atMs: nowMs });
  }
  move(order, isAllSent(order) ? 'sendAll' : 'sendPart', nowMs, timings);
}

export function isLineSent(order: AliOrder, line: AliLine): boolean {
  return order.shipments.some(
    (shipment) => shipment.sendType === 'all' && (shipment.sortId === null || shipment.sortId === line.sortId),
  );
}

/** True when a parcel holds some of this line. */
export function isLineBegun(order: AliOrder, line: AliLine): boolean {
  return order.shipments.some((shipment) => shipment.sortId === null || shipment.sortId === line.sortId);
}

function isAllSent(order: AliOrder): boolean {
  return order.lines.every((line) => line.isWarehouseSent || isLineSent(order, line));
}

/** The shipments that a change would touch, or why it may not. */
export function findModifiable(
  order: AliOrder,
  old: { serviceName: string; logisticsNo: string },
  sortIds: readonly number[] | null,
  nowMs: number,
  timings: AliTimings,
): { shipments: AliShipment[]; objection: Objection } {
  const shipments = order.shipments.filter(
    (shipment) =>
      shipment.serviceName === old.serviceName &&
      shipment.logisticsNo === old.logisticsNo &&
      (sortIds === null || (shipment.sortId !== null && sortIds.includes(shipment.sortId))),
  );
  return { shipments, objection: objectToChange(order, shipments, nowMs, timings) };
}

function objectToChange(
  order: AliOrder,
  shipments: readonly AliShipment[],
  nowMs: number,
  timings: AliTimings,
): Objection {
  if (order.status !== 'SELLER_PART_SEND_GOODS' && order.status !== 'WAIT_BUYER_ACCEPT_GOODS') {
    return { code: 'ORDER_STATUS_ERROR', text: `numbers cannot be changed in ${order.status}` };
  }
  if (shipments.length === 0) return { code: 'OLD_SHIPMENT_NOT_FOUND', text: 'the old number is not declared' };
  if (shipments.some((shipment) => nowMs >= shipment.declaredAtMs + timings.modifyLifeMs)) {
    return { code: 'MODIFY_TIME_OVER', text: 'the time to change this number is over' };
  }
  if (shipments.some((shipment) => shipment.changes >= timings.mostModifications)) {
    return { code: 'MODIFY_COUNT_OVER', text: 'this number was changed too often' };
  }
  return null;
}
