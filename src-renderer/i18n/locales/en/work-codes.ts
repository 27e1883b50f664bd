import type { WithSingular } from '../../locale-shape.ts';
import type { workCodes as source } from '../zh-CN/work-codes.ts';

export const workCodes: WithSingular<typeof source> = {
  caseKind: {
    return: 'Return',
    refund: 'Refund',
    exchange: 'Exchange',
    resend: 'Resend',
    dispute: 'Dispute',
    chargeback: 'Chargeback',
    claim: 'Claim',
    frozen: 'Frozen',
    urging: 'Urges shipment',
  },
  caseReason: {
    'not-received': 'Not received',
    late: 'Late',
    damaged: 'Damaged',
    'wrong-item': 'Wrong item',
    'missing-part': 'Part missing',
    'not-as-described': 'Not as described',
    quality: 'Poor quality',
    'changed-mind': 'Changed mind',
    customs: 'Held by customs',
    fraud: 'Looks like fraud',
    other: 'Another reason',
  },
  caseOutcome: {
    refunded: 'Refunded',
    'part-refunded': 'Refunded in part',
    returned: 'Goods came back',
    replaced: 'Replaced or resent',
    explained: 'Explained',
    won: 'Won',
    lost: 'Lost',
    withdrawn: 'Buyer withdrew',
    'by-platform': 'Closed by the platform',
  },
  deadline: {
    'auto-cancel': 'Platform cancels',
    'ship-by': 'Ship by',
    promise: 'Your promise',
    case: 'Case due',
    'first-reply': 'First reply',
    'hold-end': 'Hold ends',
  },
};
