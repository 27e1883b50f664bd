import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { LabelAnswer, LabelFault, LabelRequest } from '../../../app/ports/platform-connector.ts';
import { kindOfLabel } from '../../../core/label/label-kind.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { type BoughtLabel, readBought } from './bought-labels.ts';
import { keepPurchase, sendPurchase } from './buy-calls.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome } from './errors.ts';
import { formatOf } from './label-specification.ts';
import { readShipment } from './mfn.ts';
import { list, text } from './schema.ts';
import { businessIdOf, readPurchase } from './shipping-v2.ts';

const MAX_LABEL_BYTES = 25 * 1024 * 1024;

/** A label that was bought can be fetched as often as wanted; the ticket names the purchase. */
export async function requestLabel(context: ConnectorContext, remoteId: string): Promise<LabelRequest> {
  const label = (await readBought(context.notebook, remoteId)).findLast((one) => one.state === 'bought');
  if (label === undefined)
    return { kind: 'not-ready', code: 'label-not-bought', afterMs: context.timings.labelNotBoughtMs };
  return { kind: 'requested', ticket: label.key, afterMs: 0 };
}

/** Fetches a bought label again (Shipping v2 getShipmentDocuments, Merchant Fulfillment getShipment). */
export async function fetchLabel(context: ConnectorContext, remoteId: string, ticket: string): Promise<LabelAnswer> {
  const label = await withShipment(context, remoteId, ticket);
  if ('kind' in label) return label;
  return label.via === 'v2' ? await fetchDocument(context, label) : await fetchShipment(context, label);
}

type Known = BoughtLabel & { readonly shipmentId: string };

/** A purchase whose answer was lost is asked for again with its own key, which buys nothing more. */
async function withShipment(context: ConnectorContext, remoteId: string, ticket: string): Promise<Known | LabelFault> {
  const find = async () => (await readBought(context.notebook, remoteId)).find((one) => one.key === ticket);
  const label = await find();
  if (label === undefined) return { kind: 'failed', code: 'ticket-unreadable' };
  if (label.shipmentId === null && label.purchase !== null) {
    const answer = await sendPurchase(context, remoteId, label);
    if (answer.ok) await keepPurchase(context, remoteId, label, readPurchase(answer.body));
    else if (!isRefused(answer.fault)) return labelFault(context, answer.fault);
  }
  const known = await find();
  const shipmentId = known?.shipmentId ?? null;
  if (known === undefined || shipmentId === null) return { kind: 'failed', code: 'label-only-in-seller-centre' };
  return { ...known, shipmentId };
}

const isRefused = (fault: CallFault): boolean => faultOutcome(fault, 'read').kind === 'rejected';

const documentSchema = z.object({
  trackingId: text,
  packageDocuments: list({ type: text, contents: z.string().min(1) }),
});

async function fetchDocument(context: ConnectorContext, label: Known): Promise<LabelAnswer> {
  const { proxy, settings } = context;
  const businessId = businessIdOf(settings.shipFrom?.country ?? '');
  const wanted = label.purchase?.requestedDocumentSpecification ?? {};
  const format = typeof wanted['format'] === 'string' ? wanted['format'] : formatOf(settings.labelFormat).format;
  const dpi = typeof wanted['dpi'] === 'number' ? { dpi: String(wanted['dpi']) } : {};
  const answer = await proxy.call('getShipmentDocuments', {
    params: { shipmentId: label.shipmentId },
    query: { packageClientReferenceId: label.reference, format, ...dpi },
    headers: businessId === null ? {} : { 'x-amzn-shipping-business-id': businessId },
  });
  if (!answer.ok) return labelFault(context, answer.fault);
  const detail = documentSchema.safeParse(plain(member(member(answer.body, 'payload'), 'packageDocumentDetail'))).data;
  const document = detail?.packageDocuments.find((one) => one.type === 'LABEL') ?? detail?.packageDocuments[0];
  if (detail === undefined || document === undefined) return { kind: 'failed', code: 'label-unreadable' };
  return readyLabel(Buffer.from(document.contents, 'base64'), label, detail.trackingId);
}

/** Merchant Fulfillment packs its labels: base64, then gzip. */
async function fetchShipment(context: ConnectorContext, label: Known): Promise<LabelAnswer> {
  const params = { shipmentId: label.shipmentId };
  const answer = await context.proxy.call('getShipment', { params, isRestricted: true });
  if (!answer.ok) return labelFault(context, answer.fault);
  const shipment = readShipment(answer.body as JsonNode);
  const contents = shipment?.Label?.FileContents?.Contents ?? '';
  if (shipment === null || contents === '') return { kind: 'failed', code: 'label-given-back' };
  const bytes = unpacked(Buffer.from(contents, 'base64'));
  return bytes === null ? { kind: 'failed', code: 'label-unreadable' } : readyLabel(bytes, label, shipment.TrackingId);
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_LABEL_BYTES });
  } catch {
    return null;
  }
}

/** Only what looks like a label by its own first bytes is taken for one, whatever it is called. */
function readyLabel(bytes: Uint8Array, label: Known, trackingId: string | null): LabelAnswer {
  const kind = kindOfLabel(bytes);
  if (kind === null) return { kind: 'failed', code: 'label-unreadable' };
  const trackingNumber = trackingId ?? label.trackingNumber;
  const tracking = trackingNumber === null ? null : { trackingNumber, carrier: label.carrier };
  return { kind: 'ready', document: { kind, bytes: new Uint8Array(bytes) }, tracking };
}

function labelFault({ timings }: ConnectorContext, fault: CallFault): LabelFault {
  const outcome = faultOutcome(fault, 'read');
  switch (outcome.kind) {
    case 'needs-login':
      return outcome;
    case 'rejected':
      return { kind: 'failed', code: outcome.code };
    case 'rate-limited':
      return { kind: 'not-ready', code: 'rate-limited', afterMs: outcome.afterMs };
    case 'retry':
      return { kind: 'not-ready', code: outcome.code, afterMs: outcome.afterMs ?? timings.lookAgainMs };
    case 'unknown':
      return { kind: 'not-ready', code: outcome.code, afterMs: timings.lookAgainMs };
  }
}
