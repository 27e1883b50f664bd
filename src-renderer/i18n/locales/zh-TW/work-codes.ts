import type { SameKeys } from '../../locale-shape.ts';
import type { workCodes as source } from '../zh-CN/work-codes.ts';

export const workCodes: SameKeys<typeof source> = {
  caseKind: {
    return: '退貨',
    refund: '退款',
    exchange: '換貨',
    resend: '補寄',
    dispute: '糾紛',
    chargeback: '拒付',
    claim: '索賠',
    frozen: '凍結',
    urging: '催出貨',
  },
  caseReason: {
    'not-received': '沒收到',
    late: '太晚',
    damaged: '壞了',
    'wrong-item': '寄錯了',
    'missing-part': '少東西',
    'not-as-described': '和描述不符',
    quality: '品質不好',
    'changed-mind': '不想要了',
    customs: '海關扣了',
    fraud: '懷疑詐欺',
    other: '別的原因',
  },
  caseOutcome: {
    refunded: '退了全款',
    'part-refunded': '退了一部分',
    returned: '貨退回來了',
    replaced: '換了或補寄了',
    explained: '講清楚了',
    won: '贏了',
    lost: '輸了',
    withdrawn: '買家撤了',
    'by-platform': '平台結的',
  },
  deadline: {
    'auto-cancel': '平台自動取消',
    'ship-by': '最晚寄出',
    promise: '你答應寄出',
    case: '售後要回',
    'first-reply': '要先回買家',
    'hold-end': '掛起到期',
  },
};
