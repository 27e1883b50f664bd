import { type LabelOffer, type LabelOffers, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ParcelMeasure } from '../../../core/order/effects.ts';
import { jsonInteger, type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, orThrow } from './errors.ts';
import { knownDetail } from './get-order.ts';
import { codeWord, listOf, textOf, truthOf } from './nodes.ts';
import { parsePriceText } from './parse-money.ts';
import { allowedKeys } from './platform-rules.ts';
import { chosenServices } from './shop-lines.ts';
import { declareKeyOf } from './units-service.ts';

/**
 * The lines of online shipping that are open to this parcel, with price and speed (aliexpress.logistics.service.query),
 * checked against the older list, the buyer's choice and the platform's shipping rules. Throws PlatformFault.
 */
export async function labelOffers(
  context: ConnectorContext,
  remoteId: string,
  measure: ParcelMeasure,
): Promise<LabelOffers> {
  const detail = await knownDetail(context, remoteId);
  const offered = await offeredNodes(context, remoteId, measure);
  if (offered.length === 0) return { offers: [], refused: [{ service: '*', code: whyNone(measure) }] };
  const listed = await olderList(context, remoteId, measure);
  const allowed = await allowedKeys(context, detail);
  const chosen = chosenServices(detail);
  const offers = offered.flatMap((node): LabelOffer[] => {
    const id = textOf(node, 'logistics_service_id');
    if (id === null) return [];
    const key = declareKeyOf(id);
    const isBuyersChoice = chosen.every((service) => service === key);
    const warnings = [
      ...(isBuyersChoice ? [] : ['not-buyers-choice']),
      ...(allowed === null || allowed.has(key) ? [] : ['below-platform-rule']),
      ...(listed === null || listed.has(id) ? [] : ['not-in-older-list']),
    ];
    return [
      {
        id,
        carrier: key,
        service: textOf(node, 'logistics_service_name') ?? id,
        price: parsePriceText(textOf(node, 'trial_result')),
        deliverByMs: null,
        timeliness: textOf(node, 'logistics_timeliness'),
        isBuyersChoice,
        warnings,
      },
    ];
  });
  return { offers, refused: [] };
}

async function offeredNodes(
  { proxy, timings }: ConnectorContext,
  remoteId: string,
  measure: ParcelMeasure,
): Promise<readonly JsonNode[]> {
  const request = { order_id: jsonInteger(remoteId), ...sizeOf(measure), locale: 'zh_CN' };
  const { body } = orThrow(
    await proxy.read('aliexpress.logistics.service.query', { interface_request: request }),
    timings,
  );
  const response = member(body, 'result_response') ?? member(body, 'result') ?? body;
  if (truthOf(response, 'is_success') !== false) return listOf(response, 'result_list');
  throw new PlatformFault({ kind: 'rejected', code: codeWord(textOf(response, 'error_code') ?? 'services-refused') });
}

/** Ids of aliexpress.logistics.redefining.getonlinelogisticsservicelistbyorderid, which gives code and name only. */
async function olderList(
  { proxy, timings }: ConnectorContext,
  remoteId: string,
  measure: ParcelMeasure,
): Promise<ReadonlySet<string> | null> {
  const answer = await proxy.read('aliexpress.logistics.redefining.getonlinelogisticsservicelistbyorderid', {
    order_id: remoteId,
    ...sizeOf(measure),
    locale: 'zh_CN',
  });
  // A second opinion: where the platform has switched it off there is none.
  if (!answer.ok) {
    const outcome = faultOutcome(answer.fault, 'read', timings);
    if (outcome.kind !== 'rejected') throw new PlatformFault(outcome);
    return null;
  }
  const codes = listOf(answer.body, 'result_list').flatMap((node) => textOf(node, 'code') ?? []);
  return codes.length === 0 ? null : new Set(codes);
}

/** Kilograms, and whole centimetres that the parcel fits into. */
function sizeOf({ weightGrams, lengthMm, widthMm, heightMm }: ParcelMeasure) {
  const cm = (mm: number) => Math.max(1, Math.ceil(mm / 10));
  return {
    goods_weight: (Math.max(1, weightGrams) / 1_000).toFixed(3),
    goods_length: cm(lengthMm),
    goods_width: cm(widthMm),
    goods_height: cm(heightMm),
  };
}

/** An empty list says no reason; the limits are 2 kg, 60 cm a side, 90 cm in all, and nothing declared offline yet. */
function whyNone({ weightGrams, lengthMm, widthMm, heightMm }: ParcelMeasure): string {
  if (weightGrams > 2_000) return 'over-2-kg';
  if (Math.max(lengthMm, widthMm, heightMm) > 600) return 'side-over-60-cm';
  if (lengthMm + widthMm + heightMm > 900) return 'sides-over-90-cm';
  return 'none-offered';
}
