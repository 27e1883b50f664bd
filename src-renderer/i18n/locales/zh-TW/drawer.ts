import type { SameKeys } from '../../locale-shape.ts';
import type { drawer as source } from '../zh-CN/drawer.ts';

export const drawer: SameKeys<typeof source> = {
  clock: {
    'ship-by': '{{when}} 前寄出',
    'auto-cancel': '{{when}} 平台自動取消',
    promise: '你答應 {{when}} 前寄出',
    case: '售後 {{when}} 前要回',
    'first-reply': '{{when}} 前先回買家',
    'hold-end': '掛起到 {{when}}',
  },
  deadlines: {
    title: '期限',
    none: '沒有期限在走',
    reckoned: '按平台規則算的',
    calendar: '{{country}}工作日',
    elsewhere: '{{zone}} {{time}}',
  },
  promise: {
    set: '定個出貨的日子',
    change: '改出貨的日子',
    title: '答應何日出貨',
    today: '今天 18:00',
    tomorrow: '明天 18:00',
    days3: '3 個工作日',
    exact: '或者定到幾點',
    save: '就這樣',
    drop: '不答應了',
    past: '這個日子已經過了',
  },
  siblings: {
    title: '同一個買家',
    together: '同一個包裹',
    merge: '併進來',
    mergeAll: '都併成一個包裹',
    part: '分出去',
    partAll: '都分出去',
    open: '打開訂單 {{number}}',
  },
  money: {
    paid: '買家付了',
    fees: '平台扣的',
    feesEstimated: '平台扣的（估）',
    goods: '進價',
    postage: '運費',
    margin: '剩下',
    loss: '虧了',
    share: '毛利率',
    unknown: '不知道',
    withoutRate: '沒有 {{from}} 換 {{to}} 的匯率',
    setRates: '去填匯率',
  },
};
