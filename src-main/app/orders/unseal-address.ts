import { ContractError } from '../../contract/errors.ts';
import type { Address } from '../../core/address/address.ts';
import { applyEvent } from '../../core/order/apply.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { PlatformFault } from '../ports/platform-connector.ts';
import { announceOrders } from '../sync/sync-shop.ts';
import { checkContextFor, withChecks } from './check-context.ts';
import { overtakenCorrection } from './overtaken-correction.ts';

/**
 * Asks the platform for the address in full and keeps it on the order; later masked reports do not take it away. Gives
 * the address that stands then. Throws ContractError 'not-found' or 'platform-unavailable'.
 */
export async function unsealAddress(deps: AppDeps, connections: Connections, id: OrderId): Promise<Address | null> {
  const order = await deps.store.read.order(id);
  if (order === null) throw new ContractError('not-found');
  const connector = await connections.byId(order.shopId);
  if (connector === null) throw new ContractError('platform-unavailable', {}, true);
  const address = await connector.revealAddress(order.facts.remoteId).catch((error: unknown) => {
    if (!(error instanceof PlatformFault)) throw error;
    deps.log.warn('unseal-failed', { orderId: id, error: errorText(error) });
    throw new ContractError('platform-unavailable', {}, true);
  });
  deps.log.info('address-unsealed', { orderId: id, isGiven: address !== null });
  if (address === null) return order.facts.address;
  await keepAddress(deps, id, address);
  await announceOrders(deps, [id]);
  return address;
}

function keepAddress(deps: AppDeps, id: OrderId, address: Address): Promise<void> {
  return deps.store.write(async (tx) => {
    // A pull may have been quicker.
    const order = await tx.order(id);
    if (order === null) throw new ContractError('not-found');
    const nowMs = deps.clock.nowMs();
    const facts = { ...order.facts, address, isAddressSealed: false };
    const { stage, rawStatus } = facts;
    const overtaken = overtakenCorrection({ ...order, facts }, nowMs);
    const work = overtaken === null ? order.work : applyEvent(order.work, overtaken);
    const context = await checkContextFor(tx, [order]);
    await tx.saveOrder(withChecks({ ...order, facts, work, updatedAtMs: nowMs }, context));
    const entry = { orderId: id, atMs: nowMs, actor: 'platform', commandId: null } as const;
    const changed = { kind: 'facts-changed', changes: ['address'], stage, rawStatus } as const;
    await tx.appendJournal([
      { ...entry, body: changed },
      ...(overtaken === null ? [] : [{ ...entry, body: { kind: 'work', event: overtaken } as const }]),
    ]);
  });
}
