import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { Order } from '../../core/order/order.ts';
import { shipTo } from '../../core/order/ship-to.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { attachLabel } from '../labels/attach-label.ts';
import { CarriersOfOrder } from '../orders/carriers-of-order.ts';
import { addressView } from '../orders/address-view.ts';
import { mergeOrders } from '../orders/merge-orders.ts';
import { orderView } from '../orders/order-view.ts';
import { partOrders } from '../orders/part-orders.ts';
import { runCommand } from '../orders/run-command.ts';
import { unsealAddress } from '../orders/unseal-address.ts';
import { PlatformFault } from '../ports/platform-connector.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import type { Workers } from '../workers.ts';
import type { HandlersOf } from './handler-table.ts';

/** What the handlers share with the rest of the app. */
export interface OrderTools {
  readonly connections: Connections;
  readonly workers: Workers;
  readonly prepared: PreparedLabels;
}

/** One order: reading it whole, and every command that is not a move on the board. */
export function orderHandlers(deps: AppDeps, tools: OrderTools): HandlersOf<'orders'> {
  const { connections, workers, prepared } = tools;
  const carriers = new CarriersOfOrder(deps, connections);
  const run: typeof runCommand = async (...args) => {
    const outcome = await runCommand(...args);
    workers.wake();
    return outcome;
  };
  return {
    ...addressHandlers(deps, connections),
    'orders.get': ({ id }) => orderView(deps, id as OrderId),
    'orders.raw': async ({ id }) => {
      const order = await orderOrThrow(deps, id);
      deps.log.info('raw-data-shown', { orderId: id });
      return { json: await deps.store.read.rawPayload(order.id) };
    },
    'orders.hold': ({ ids, reason, note, untilMs }) =>
      run(deps, ids as OrderId[], () => ({ kind: 'hold', reason, note, untilMs })),
    'orders.release': ({ ids }) => run(deps, ids as OrderId[], () => ({ kind: 'release' })),
    'orders.acceptCheck': ({ id, check }) => run(deps, [id as OrderId], () => ({ kind: 'accept-check', check })),
    'orders.writeNote': ({ id, text }) => run(deps, [id as OrderId], () => ({ kind: 'write-note', text })),
    ...addressCommands(deps, run),
    ...parcelCommands(deps, workers),
    'orders.promise': ({ ids, untilMs }) => run(deps, ids as OrderId[], () => ({ kind: 'promise', untilMs })),
    'orders.assignTracking': async ({ id, parcel, trackingNumber, carrier, items }) => {
      const order = await orderOrThrow(deps, id);
      if (carrier !== null) await carriers.remember(order, carrier);
      return await run(deps, [order.id], (one) => ({
        kind: 'assign-tracking',
        parcelId: parcelId(one.id, parcel),
        trackingNumber,
        carrier,
        items,
      }));
    },
    'orders.carriers': async ({ id, trackingNumber }) => carriers.list(await orderOrThrow(deps, id), trackingNumber),
    'orders.cancelReasons': async ({ id }) => cancelReasons(deps, connections, await orderOrThrow(deps, id)),
    'orders.cancel': ({ id, reasonId, message }) =>
      run(deps, [id as OrderId], () => ({ kind: 'cancel', reasonId, message })),
    'orders.attachLabel': async ({ id, fileName, base64 }) => {
      const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
      const attached = await attachLabel(deps, prepared, id as OrderId, fileName, bytes);
      // A number read from the label of a parcel that has left goes to the platform.
      workers.wake();
      return attached;
    },
  };
}

type Run = typeof runCommand;

function addressCommands(deps: AppDeps, run: Run): Pick<HandlersOf<'orders'>, 'orders.correctAddress'> {
  return {
    'orders.correctAddress': async ({ id, address }) => {
      const order = await orderOrThrow(deps, id);
      return await run(deps, [order.id], () => ({ kind: 'correct-address', address }));
    },
  };
}

/** Goods of several orders in one parcel. */
function parcelCommands(deps: AppDeps, workers: Workers): Pick<HandlersOf<'orders'>, 'orders.merge' | 'orders.part'> {
  const woken = (outcome: OutcomeList): OutcomeList => {
    workers.wake();
    return outcome;
  };
  return {
    'orders.merge': async ({ ids }) => woken(await mergeOrders(deps, ids as OrderId[])),
    'orders.part': async ({ ids }) => woken(await partOrders(deps, ids as OrderId[])),
  };
}

/** The address in full: what we have of it, and what the platform gives only when it is asked. */
function addressHandlers(
  deps: AppDeps,
  connections: Connections,
): Pick<HandlersOf<'orders'>, 'orders.reveal' | 'orders.unseal'> {
  return {
    'orders.reveal': async ({ id }) => {
      const order = await orderOrThrow(deps, id);
      deps.log.info('address-revealed', { orderId: id });
      const address = shipTo(order);
      return { address: address === null ? null : addressView(address, order.facts.customsId ?? null) };
    },
    'orders.unseal': async ({ id }) => {
      const address = await unsealAddress(deps, connections, id as OrderId);
      return { address: address === null ? null : addressView(address, null) };
    },
  };
}

async function orderOrThrow(deps: AppDeps, id: string): Promise<Order> {
  const order = await deps.store.read.order(id as OrderId);
  if (order === null) throw new ContractError('not-found');
  return order;
}

async function cancelReasons(deps: AppDeps, connections: Connections, order: Order) {
  const connector = await connections.byId(order.shopId);
  if (connector === null) throw new ContractError('platform-unavailable', {}, true);
  try {
    return { reasons: [...(await connector.cancelReasons(order.facts.remoteId))] };
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    deps.log.warn('cancel-reasons-failed', { orderId: order.id, error: error.message });
    throw new ContractError('platform-unavailable', {}, true);
  }
}
