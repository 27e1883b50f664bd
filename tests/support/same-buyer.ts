import type { ConnectorFactory } from '../../src-main/app/ports/platform-connector.ts';
import type { CardView } from '../../src-main/contract/methods/board.ts';
import type { MergeRule } from '../../src-main/core/order/merge-rule.ts';
import type { OzonPosting } from '../../src-main/demo/ozon/posting.ts';
import { findCard, startDesk, type Desk, type DeskOptions } from './test-desk.ts';
import { waitUntil } from './wait-until.ts';

export interface SameBuyerDesk extends Desk {
  /** An order whose number the seller gives, for the buyer of all such orders. */
  newOrderOf(change?: Partial<OzonPosting>): Promise<CardView>;
}

/** A desk whose platform lets orders of one buyer travel in one parcel, as Coupang does. */
export async function startSameBuyerDesk(
  options: DeskOptions = {},
  canMerge: MergeRule | null = { exceptTo: [] },
  over: (ozon: ConnectorFactory) => ConnectorFactory = (ozon) => ozon,
): Promise<SameBuyerDesk> {
  const desk = await startDesk({
    ...options,
    connectors: (ozon) => {
      const platform = over(ozon);
      return new Map([['ozon', { ...platform, manifest: { ...platform.manifest, canMerge } }]]);
    },
  });
  const { app, ozon } = desk;
  let customer: OzonPosting['customer'] = null;
  return {
    ...desk,
    newOrderOf: async (change = {}) => {
      const number = ozon.add('3pl_tracking', [['MUG-MOON-350', 1]], {
        ...(customer === null ? {} : { customer }),
        ...change,
      });
      customer ??= ozon.book(number).customer;
      await app.call('shops.syncNow', {});
      return waitUntil(`${number} comes in`, async () => (await findCard(app, number)) ?? null);
    },
  };
}
