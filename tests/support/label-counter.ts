import type {
  ConnectorFactory,
  LabelOffer,
  OrderSnapshot,
  PlatformConnector,
} from '../../src-main/app/ports/platform-connector.ts';
import type { LabelDocument } from '../../src-main/app/ports/printing.ts';
import type { EffectOf } from '../../src-main/core/order/effects.ts';
import { waybill, waybillBytes } from './print-client-bench.ts';

/** How the counter answers a purchase: lost — the money is taken and the answer never comes. */
export type Mood = 'good' | 'lost' | 'not-heard' | 'rejected' | 'deaf';

interface Sale {
  readonly key: string;
  readonly remoteId: string;
  readonly offerId: string;
}

/** A platform that sells labels: every purchase that reaches it costs money, whatever its key. */
export interface LabelCounter {
  /** What was paid for, in order. */
  readonly sales: readonly Sale[];
  mood: Mood;
  offers: readonly LabelOffer[];
  /** Given for the number; a waybill for the print client unless told. */
  document: (trackingNumber: string) => LabelDocument;
  /** Asked for so often. */
  readonly lookCount: number;
  /** Ozon's orders, whose numbers are the seller's, with labels that are sold here. */
  over(ozon: ConnectorFactory): ConnectorFactory;
}

export function offer(change: Partial<LabelOffer> = {}): LabelOffer {
  return {
    id: 'CAINIAO_STANDARD',
    carrier: 'CAINIAO',
    service: 'Standard',
    price: { minor: 7_455, currency: 'CNY' },
    deliverByMs: null,
    timeliness: '15-25',
    isBuyersChoice: false,
    warnings: [],
    ...change,
  };
}

type Buy = EffectOf<'buy-label'>;

export function labelCounter(): LabelCounter {
  const sales: Sale[] = [];
  let lookCount = 0;
  const counter: LabelCounter = {
    sales,
    mood: 'good',
    offers: [offer()],
    document: (number) => ({ kind: 'cainiao', bytes: waybillBytes(waybill(number)) }),
    get lookCount() {
      return lookCount;
    },
    over: (ozon) => ({
      manifest: { ...ozon.manifest, labels: 'bought', effects: [...ozon.manifest.effects, 'buy-label'] },
      create: (settings, tools) => selling(ozon.create(settings, tools)),
    }),
  };
  const numberOf = (remoteId: string): string | null => {
    const at = sales.findIndex((sale) => sale.remoteId === remoteId);
    return at < 0 ? null : `7800000000${String(at + 1).padStart(4, '0')}`;
  };
  const buy = ({ remoteId, offer: chosen }: Buy, key: string): Awaited<ReturnType<PlatformConnector['push']>> => {
    if (counter.mood === 'rejected') return { kind: 'rejected', code: 'no-balance' };
    if (counter.mood === 'not-heard' || counter.mood === 'deaf') return { kind: 'unknown', code: 'timeout' };
    sales.push({ key, remoteId, offerId: chosen.id });
    return counter.mood === 'lost' ? { kind: 'unknown', code: 'timeout' } : { kind: 'done' };
  };
  const look = (key: string): Awaited<ReturnType<PlatformConnector['confirm']>> => {
    lookCount += 1;
    if (counter.mood === 'deaf') return { kind: 'unknown', code: 'timeout' };
    return { kind: sales.some((sale) => sale.key === key) ? 'done' : 'not-done' };
  };
  const selling = (connector: PlatformConnector): PlatformConnector => ({
    ...connector,
    manifest: { ...connector.manifest, labels: 'bought' },
    pull: async (cursor) => {
      const page = await connector.pull(cursor);
      return { ...page, snapshots: page.snapshots.map(withLabel) };
    },
    get: async (remoteId) => {
      const snapshot = await connector.get(remoteId);
      return snapshot === null ? null : withLabel(snapshot);
    },
    labelOffers: async () => ({ offers: counter.offers, refused: [{ service: 'Post', code: 'too-heavy' }] }),
    push: async (effect, key) => (effect.kind === 'buy-label' ? buy(effect, key) : connector.push(effect, key)),
    confirm: async (effect, key) => (effect.kind === 'buy-label' ? look(key) : connector.confirm(effect, key)),
    requestLabel: async (remoteId) =>
      numberOf(remoteId) === null
        ? { kind: 'not-ready', code: 'label-not-bought', afterMs: 1_000 }
        : { kind: 'requested', ticket: 't', afterMs: 0 },
    fetchLabel: async (remoteId) => {
      const trackingNumber = numberOf(remoteId);
      if (trackingNumber === null) return { kind: 'failed', code: 'waybill-gone' };
      return {
        kind: 'ready',
        document: counter.document(trackingNumber),
        tracking: { trackingNumber, carrier: 'YTO' },
      };
    },
  });
  return counter;
}

function withLabel(snapshot: OrderSnapshot): OrderSnapshot {
  const steps = [...new Set([...snapshot.facts.steps, 'platform-label' as const])];
  return { ...snapshot, facts: { ...snapshot.facts, steps, openSteps: null } };
}
