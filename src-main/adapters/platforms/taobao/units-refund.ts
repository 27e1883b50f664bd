import type { AfterSaleAction, AfterSaleKind, AfterSaleStage } from '../../../core/case/after-sale.ts';
import type { RefundShape } from './refund-schema.ts';
import { isShipped } from './units-status.ts';

/** dispute_type → kind (taobao.refund.get). Repairs and parts sent after are goods against goods, as an exchange is. */
const KINDS: Readonly<Record<string, AfterSaleKind>> = {
  REFUND: 'refund',
  REFUND_AND_RETURN: 'return',
  TMALL_EXCHANGE: 'exchange',
  TAOBAO_EXCHANGE: 'exchange',
  REPAIR: 'exchange',
  RESHIPPING: 'exchange',
};

export function refundKind({ dispute_type: type, has_good_return: hasReturn }: RefundShape): AfterSaleKind {
  if (type !== null && Object.hasOwn(KINDS, type)) return KINDS[type] ?? 'refund';
  return hasReturn ? 'return' : 'refund';
}

/** status → whose turn it is; the last three come from taobao.refunds.receive.get only. */
const STAGES: Readonly<Record<string, AfterSaleStage>> = {
  WAIT_SELLER_AGREE: 'wait-seller',
  WAIT_BUYER_RETURN_GOODS: 'wait-buyer',
  WAIT_SELLER_CONFIRM_GOODS: 'wait-seller',
  SELLER_REFUSE_BUYER: 'wait-buyer',
  CLOSED: 'closed',
  SUCCESS: 'closed',
  WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS: 'wait-buyer',
  EXCHANGE_TRANSFORM_TO_REFUND: 'closed',
  WAIT_SELLER_CONSIGN_GOODS: 'wait-seller',
};

/** cs_status in which the platform's own people have the word: asked for, come in, first look done, sent back. */
const PLATFORM_DECIDES: ReadonlySet<string> = new Set(['2', '3', '4', '5']);

export function refundStage({ status, cs_status: service }: RefundShape): AfterSaleStage {
  const stage = Object.hasOwn(STAGES, status ?? '') ? (STAGES[status ?? ''] ?? 'unknown') : 'unknown';
  return stage !== 'closed' && PLATFORM_DECIDES.has(service ?? '') ? 'wait-platform' : stage;
}

/** Operation codes → our actions. No document lists the codes, so they are known by what they speak of. */
const OPERATIONS: readonly (readonly [AfterSaleAction, RegExp])[] = [
  ['accept', /agree.*(return|good)|return.*agree/i],
  ['approve-refund', /agree.*refund|refund.*agree|^agree$|confirm.*good/i],
  ['refuse', /refuse|reject/i],
];

export interface Operations {
  readonly allowed: readonly string[];
  readonly notAllowed: readonly string[];
}

/**
 * What the API would take now: what the state allows, less what the platform says it does not. `operations`: null where
 * the platform was not asked.
 */
export function openActions(refund: RefundShape, operations: Operations | null): readonly AfterSaleAction[] {
  return actionsOf(refund).filter((action) => {
    const pattern = OPERATIONS.find(([named]) => named === action)?.[1];
    if (pattern === undefined || operations === null) return true;
    return (
      operations.allowed.some((code) => pattern.test(code)) || !operations.notAllowed.some((code) => pattern.test(code))
    );
  });
}

function actionsOf(refund: RefundShape): readonly AfterSaleAction[] {
  const { operation_contraint: constraint, order_status: orderStatus, status } = refund;
  const kind = refundKind(refund);
  if (constraint === 'refund_onweb' || kind === 'exchange') return [];
  const wasShipped = isShipped({ status: orderStatus });
  const refuse: readonly AfterSaleAction[] = constraint === 'cannot_refuse' || !wasShipped ? [] : ['refuse'];
  switch (status) {
    case 'WAIT_SELLER_AGREE':
      if (kind === 'return') return ['accept', ...refuse];
      return ['approve-refund', ...refuse, ...(wasShipped ? [] : (['stop-shipment', 'already-shipped'] as const))];
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return ['approve-refund', ...refuse];
    case 'SELLER_REFUSE_BUYER':
      return kind === 'refund' ? ['approve-refund'] : [];
    default:
      return [];
  }
}
