import { type JsonNode, member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type Refused, UNEXPECTED } from './errors.ts';
import { rows } from './rows.ts';

export interface FoundWaybill {
  readonly waybillCode: string;
  /** JSON text as it came; to be handed to the print client unchanged. */
  readonly printData: string;
}

type Found = { readonly ok: true; readonly waybills: readonly FoundWaybill[] } | Refused;

/** The numbers that a trade has; cancelled ones are none. */
export async function waybillsOfTrade({ proxy }: ConnectorContext, tid: string, mark: string): Promise<Found> {
  const parameters = { param_list: JSON.stringify([{ biz_sub_code: tid, object_id: mark }]) };
  return readFound(await proxy.call('cainiao.waybill.ii.query.by.tradecode', parameters));
}

/** A number's print data again: what a reprint is made from, so that no second number is taken. */
export async function waybillByCode({ proxy }: ConnectorContext, cpCode: string, waybillCode: string): Promise<Found> {
  const asked = [{ cp_code: cpCode, waybill_code: waybillCode, object_id: waybillCode }];
  const parameters = { param_list: JSON.stringify(asked) };
  const found = readFound(await proxy.call('cainiao.waybill.ii.query.by.waybillcode', parameters));
  // An answer about another number must never end up on this parcel.
  return found.ok ? { ok: true, waybills: found.waybills.filter((one) => one.waybillCode === waybillCode) } : found;
}

function readFound(answer: Awaited<ReturnType<ConnectorContext['proxy']['call']>>): Found {
  if (!answer.ok) return answer;
  const modules = rows(answer.body, 'modules', 'waybill_cloud_print_with_result_desc_response');
  return modules === null ? UNEXPECTED : { ok: true, waybills: modules.flatMap(readWaybill) };
}

function readWaybill(node: JsonNode): FoundWaybill[] {
  const response = member(node, 'waybill_cloud_print_response');
  const waybillCode = plain(member(response, 'waybill_code'));
  const printData = plain(member(response, 'print_data'));
  if (member(node, 'success') === false) return [];
  return typeof waybillCode === 'string' && typeof printData === 'string' ? [{ waybillCode, printData }] : [];
}
