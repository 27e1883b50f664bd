import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import { FILE_CARRIERS } from '../../core/order-file/file-carriers.ts';
import { numberFits } from '../../core/shipment/number-fits.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { type CarrierChoice, PlatformFault } from '../ports/platform-connector.ts';
import { shopNotebook } from '../shops/shop-notebook.ts';

const KEPT_MS = 10 * 60_000;
const MOST = 50;

type CarriersView = MethodOutput<'orders.carriers'>;

/** Carriers that the platform takes numbers of, for one order. The window asks with every key that is typed. */
export class CarriersOfOrder {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #kept = new Map<OrderId, { readonly atMs: number; readonly carriers: readonly CarrierChoice[] }>();

  constructor(deps: AppDeps, connections: Connections) {
    this.#deps = deps;
    this.#connections = connections;
  }

  /** Likely ones first. Throws ContractError 'platform-unavailable'. */
  async list(order: Order, trackingNumber: string): Promise<CarriersView> {
    const carriers = (await this.#carriers(order)).map(({ code, name, numberPattern, isSuggested }) => ({
      code,
      name,
      isSuggested,
      fits: numberFits(numberPattern, trackingNumber),
    }));
    const remembered = await this.#notebook(order).read(pageOf(order));
    return { carriers: carriers.toSorted((left, right) => rank(left) - rank(right)), remembered };
  }

  /** The next order of this shop and service gets the same carrier offered. */
  async remember(order: Order, carrier: string): Promise<void> {
    const notebook = this.#notebook(order);
    if ((await notebook.read(pageOf(order))) !== carrier) await notebook.write(pageOf(order), carrier);
  }

  async #carriers(order: Order): Promise<readonly CarrierChoice[]> {
    const nowMs = this.#deps.clock.nowMs();
    const known = this.#kept.get(order.id);
    if (known !== undefined && Math.abs(nowMs - known.atMs) < KEPT_MS) return known.carriers;
    const connector = await this.#connections.byId(order.shopId);
    // A shop by file has nobody to ask: the names are those that the file to send back wants.
    if (connector === null) return fileCarrierChoices(order.facts.platform);
    try {
      const carriers = await connector.carriers(order.facts.remoteId);
      const [oldest] = this.#kept.keys();
      if (this.#kept.size >= MOST && oldest !== undefined) this.#kept.delete(oldest);
      this.#kept.set(order.id, { atMs: nowMs, carriers });
      return carriers;
    } catch (error) {
      if (!(error instanceof PlatformFault)) throw error;
      this.#deps.log.warn('carriers-failed', { orderId: order.id, error: errorText(error) });
      throw new ContractError('platform-unavailable', {}, true);
    }
  }

  #notebook(order: Order) {
    return shopNotebook(this.#deps.store, order.shopId);
  }
}

function fileCarrierChoices(platform: Order['facts']['platform']): CarrierChoice[] {
  return FILE_CARRIERS[platform].map(({ code, name }) => ({ code, name, numberPattern: null, isSuggested: false }));
}

const pageOf = ({ facts }: Order): string => `@carrier:${(facts.service ?? '').slice(0, 100)}`;

function rank({ isSuggested, fits }: CarriersView['carriers'][number]): number {
  const shape = fits === true ? 0 : fits === null ? 1 : 2;
  return shape * 2 + (isSuggested ? 0 : 1);
}
