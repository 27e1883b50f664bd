import { ContractError } from '../../contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import { senderSchema, type SenderView } from '../../contract/methods/labels.ts';
import type { OwnLabel } from '../../core/label/own-label.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { companionsOf, leadOf } from '../orders/together.ts';
import { BarcodeImpossible, type MadeDocument } from '../ports/documents.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import { printerOfRole } from '../printing/printer-of-role.ts';
import { ReadyLabels } from '../printing/ready-labels.ts';
import { readSetting } from '../read-setting.ts';
import { keepLabel } from './keep-label.ts';
import { isGs1, ownLabelOf, trackingNumberOf } from './own-label-of.ts';

const SENDER = 'sender';
const NO_SENDER: SenderView = {
  name: '',
  company: '',
  phone: '',
  lines: [],
  city: '',
  region: '',
  postcode: '',
  country: '',
};

/** The seller's own address, empty until she wrote it. */
export async function readSender({ store }: Pick<AppDeps, 'store'>): Promise<SenderView> {
  return (await readSetting(store.read, SENDER, senderSchema)) ?? NO_SENDER;
}

export async function saveSender({ store }: Pick<AppDeps, 'store'>, sender: SenderView): Promise<void> {
  await store.write((tx) => tx.saveSetting(SENDER, JSON.stringify(sender)));
}

/**
 * Draws our own label for an order, keeps it on its parcel with the tracking number, and makes it ready for the label
 * printer. Throws ContractError 'not-found', or 'refused' with a code: 'address-missing' where the platform hides the
 * address, 'tracking-invalid', 'barcode-…' (BarcodeImpossible's reason), or why the order takes no label.
 */
export async function makeOwnLabel(
  deps: AppDeps,
  prepared: PreparedLabels,
  input: MethodInput<'labels.makeOwn'>,
): Promise<MethodOutput<'labels.makeOwn'>> {
  const { read } = deps.store;
  const asked = await read.order(input.orderId as OrderId);
  if (asked === null) throw new ContractError('not-found');
  const order = await leadOf(read, asked);
  const trackingNumber = trackingNumberOf(input.trackingNumber);
  const goods = [order, ...(await companionsOf(read, order))];
  const label = ownLabelOf(order, { ...input, trackingNumber }, await readSender(deps), goods);
  const printer = printerOfRole(await read.printers(), 'label');
  const made = await draw(deps, label, printer?.profile.dpi ?? 203);
  const kept = await keepLabel(deps, order.id, {
    source: 'own',
    fileName: null,
    document: { kind: 'pdf', bytes: made.bytes },
    number: isGs1(trackingNumber) ? null : { trackingNumber, carrier: input.carrier.trim() },
  });
  await new ReadyLabels(deps, prepared).prefetch(kept.order, kept.label);
  return { labelId: kept.label.id, warnings: [...made.warnings], outcome: kept.outcome };
}

async function draw(deps: AppDeps, label: OwnLabel, dpi: 203 | 300 | 600): Promise<MadeDocument> {
  try {
    return await deps.documents.ownLabel(label, dpi);
  } catch (error) {
    if (error instanceof BarcodeImpossible) throw new ContractError('refused', { code: `barcode-${error.reason}` });
    throw error;
  }
}
