import type { FitChoice } from '../../core/label/fit-choice.ts';
import { fitKey } from '../../core/label/fit-key.ts';
import type { Order } from '../../core/order/order.ts';
import type { AppDeps } from '../deps.ts';
import type { LabelDocument } from '../ports/printing.ts';

type Deps = Pick<AppDeps, 'store' | 'rasteriser'>;
type Labelled = { readonly document: LabelDocument };

/** What a cut is remembered for, beside the page's size. The carrier is the parcel's own, else the platform's service. */
export async function looksOf(
  { store }: Pick<AppDeps, 'store'>,
  { shopId, work, facts }: Order,
): Promise<{ readonly platform: string; readonly carrier: string | null }> {
  const shop = await store.read.shop(shopId);
  const carrier = work.parcels.find((parcel) => parcel.carrier !== null)?.carrier ?? facts.service;
  return { platform: shop?.platform ?? '', carrier };
}

/** The key under which the cut of this label is kept. Errors: LabelUnreadable. */
export async function fitKeyOf(deps: Deps, order: Order, label: Labelled): Promise<string> {
  const { platform, carrier } = await looksOf(deps, order);
  return fitKey(platform, carrier, await deps.rasteriser.firstPageSize(label.document));
}

/** The cut that the seller chose for labels that look like this one; null: the automatic fit. Errors: LabelUnreadable. */
export async function fitOfLabel(deps: Deps, order: Order, label: Labelled): Promise<FitChoice | null> {
  return deps.store.read.labelFit(await fitKeyOf(deps, order, label));
}
