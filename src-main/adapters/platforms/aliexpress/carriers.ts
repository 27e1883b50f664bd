import type { CarrierChoice } from '../../../app/ports/platform-connector.ts';
import type { JsonNode } from '../shared/json.ts';
import { writeCarrierCode } from './carrier-code.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { knownDetail } from './get-order.ts';
import { listOf, textOf, wholeOf } from './nodes.ts';
import { chosenServices } from './shop-lines.ts';

/**
 * The services that a number can be declared for (aliexpress.logistics.redefining.listlogisticsservice), the buyer's
 * choice first, then in the platform's own order. Throws PlatformFault.
 */
export async function carriers(context: ConnectorContext, remoteId: string): Promise<readonly CarrierChoice[]> {
  const { proxy, timings } = context;
  const chosen = chosenServices(await knownDetail(context, remoteId));
  const { body } = orThrow(await proxy.read('aliexpress.logistics.redefining.listlogisticsservice', {}), timings);
  return listOf(body, 'result_list')
    .flatMap((node) => serviceOf(node) ?? [])
    .map((one) => ({ ...one, isChosen: chosen.includes(one.service) }))
    .sort((left, right) => Number(right.isChosen) - Number(left.isChosen) || left.rank - right.rank)
    .map(({ service, name, numberPattern, isChosen }) => ({
      code: writeCarrierCode(service),
      name,
      numberPattern,
      isSuggested: isChosen,
    }));
}

interface ListedService {
  readonly service: string;
  readonly name: string;
  readonly numberPattern: string | null;
  readonly rank: number;
}

function serviceOf(node: JsonNode): ListedService | null {
  const service = textOf(node, 'service_name');
  if (service === null) return null;
  return {
    service,
    name: textOf(node, 'display_name') ?? service,
    numberPattern: wholePattern(textOf(node, 'tracking_no_regex')),
    rank: wholeOf(node, 'recommend_order') ?? Number.MAX_SAFE_INTEGER,
  };
}

/** The platform searches with its patterns (`[0-9]{14}$`), ours must match a whole number. Null for one that is no pattern. */
export function wholePattern(pattern: string | null): string | null {
  if (pattern === null) return null;
  try {
    new RegExp(pattern);
  } catch {
    return null;
  }
  return /^\^.*[^\\]\$$/.test(pattern) && !pattern.includes('|') ? pattern.slice(1, -1) : `.*(?:${pattern}).*`;
}
