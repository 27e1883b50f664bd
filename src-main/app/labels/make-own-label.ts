import { ContractError } from '../../contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import { senderSchema, type SenderView } from '../../contract/methods/labels.ts';
import type { OwnLabel } from '../../core/label/own-label.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, LabelId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { checkContextFor, skusOf } from '../orders/check-context.ts';
import { BarcodeImpossible, type MadeDocument } from '../ports/documents.ts';
import type { LabelRow } from '../ports/store-printing.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import { printerOfRole } from '../printing/printer-of-role.ts';
import { ReadyLabels } from '../printing/ready-labels.ts';
import { readSetting } from '../slips/read-setting.ts';
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
  const order = await deps.store.read.order(input.orderId as OrderId);
  if (order === null) throw new ContractError('not-found');
  const trackingNumber = trackingNumberOf(input.trackingNumber);
  const label = ownLabelOf(order, { ...input, trackingNumber }, await readSender(deps));
  const printer = printerOfRole(await deps.store.read.printers(), 'label');
  const made = await draw(deps, label, printer?.profile.dpi ?? 203);
  const kept = await keep(deps, order.id, made.bytes, { trackingNumber, carrier: input.carrier.trim() });
  await new ReadyLabels(deps, prepared).prefetch(kept.order, kept.label);
  deps.events.emit('orders.changed', { ids: [order.id], revision: await deps.store.read.revision() });
  return { labelId: kept.label.id, warnings: [...made.warnings] };
}

async function draw(deps: AppDeps, label: OwnLabel, dpi: 203 | 300 | 600): Promise<MadeDocument> {
  try {
    return await deps.documents.ownLabel(label, dpi);
  } catch (error) {
    if (error instanceof BarcodeImpossible) throw new ContractError('refused', { code: `barcode-${error.reason}` });
    throw error;
  }
}

interface Numbered {
  readonly trackingNumber: string;
  readonly carrier: string;
}

async function keep(
  deps: AppDeps,
  orderId: OrderId,
  bytes: Uint8Array,
  { trackingNumber, carrier }: Numbered,
): Promise<{ readonly label: LabelRow; readonly order: Order }> {
  const parcel = parcelId(orderId, 1);
  const label: LabelRow = {
    id: deps.ids.next() as LabelId,
    orderId,
    parcelId: parcel,
    source: 'own',
    fileName: null,
    document: { kind: 'pdf', bytes },
    sha256: deps.sha256(bytes),
    createdAtMs: deps.clock.nowMs(),
  };
  const commandId = deps.ids.next() as CommandId;
  const run = { commandId, actor: 'seller', holdMs: deps.preferences.read().undoWindowMs } as const;
  return deps.store.write(async (tx) => {
    const order = await tx.order(orderId);
    if (order === null) throw new ContractError('not-found');
    const context = await checkContextFor(tx, skusOf(order));
    await tx.saveLabel(label);
    const attach = { kind: 'attach-label', parcelId: parcel, labelId: label.id } as const;
    const attached = await applyCommand(deps, tx, order, attach, run, context);
    if (!attached.ok) throw new ContractError('refused', { code: attached.refusal });
    if (isGs1(trackingNumber)) return { label, order: attached.order };
    const assign = { kind: 'assign-tracking', parcelId: parcel, trackingNumber, carrier, items: null } as const;
    const assigned = await applyCommand(deps, tx, attached.order, assign, run, context);
    // Where the platform gives the number itself, or has this one already, the label alone is new.
    return { label, order: assigned.ok ? assigned.order : attached.order };
  });
}
