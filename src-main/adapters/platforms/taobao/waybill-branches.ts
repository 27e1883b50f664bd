import { z } from 'zod';
import { type JsonNode, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type Refused, UNEXPECTED } from './errors.ts';
import { rows } from './rows.ts';
import { digits, text } from './schema.ts';

const address = z.object({
  province: z.string().min(1),
  city: text,
  district: text,
  town: text,
  detail: z.string().min(1),
  waybill_address_id: text,
});
export type SenderAddress = z.infer<typeof address>;

const branch = z.object({ branch_code: text, branch_name: text, quantity: text, brand_code: text });
const carrier = z.object({ cp_code: z.string().min(1).max(20), cp_type: text });

/** A carrier's branch from which the seller may send, with one of the places it fetches from. */
export interface WaybillBranch {
  readonly cpCode: string;
  /** Numbers that are left; null for a carrier with a monthly account. */
  readonly balance: number | null;
  readonly branchCode: string;
  readonly branchName: string;
  readonly brandCode: string | null;
  readonly customerCode: string | null;
  readonly from: SenderAddress;
}

/** cp_type of a carrier without branches that keep a balance (直营). */
const DIRECT = '1';

/** The carriers that the seller has subscribed to (cainiao.waybill.ii.search), in the platform's order. */
export async function fetchBranches({
  proxy,
}: ConnectorContext): Promise<{ readonly ok: true; readonly branches: readonly WaybillBranch[] } | Refused> {
  const answer = await proxy.call('cainiao.waybill.ii.search', {});
  if (!answer.ok) return answer;
  const found = rows(answer.body, 'waybill_apply_subscription_cols', 'waybill_apply_subscription_info');
  return found === null ? UNEXPECTED : { ok: true, branches: found.flatMap(branchesOf) };
}

function branchesOf(node: JsonNode): WaybillBranch[] {
  const about = carrier.safeParse(plain(node)).data;
  if (about === undefined) return [];
  const { cp_code: cpCode, cp_type: kind } = about;
  return (rows(node, 'branch_account_cols', 'waybill_branch_account') ?? []).flatMap((account) => {
    const shape = branch.safeParse(plain(account)).data;
    if (shape === undefined) return [];
    const customers = (rows(account, 'customer_code_list', 'string') ?? []).map((code) => plain(code));
    return (rows(account, 'shipp_address_cols', 'address_dto') ?? []).flatMap((place): WaybillBranch[] => {
      const from = address.safeParse(plain(place)).data;
      if (from === undefined) return [];
      return [
        {
          cpCode,
          balance: kind === DIRECT ? null : Number(digits.safeParse(shape.quantity).data ?? 0),
          branchCode: shape.branch_code ?? '',
          branchName: shape.branch_name ?? '',
          brandCode: shape.brand_code,
          customerCode: customers.find((code) => typeof code === 'string') ?? null,
          from,
        },
      ];
    });
  });
}
