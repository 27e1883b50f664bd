const hour = 3_600_000;

/** A case that the seller of the demo opened by hand: what came by e-mail or chat, where no platform reports it. */
export interface DemoOwnCase {
  platform: 'amazon' | 'taobao';
  /** The newest order there that stands so is the one. */
  stages: readonly ('declared' | 'in-transit' | 'delivered')[];
  kind: 'chargeback' | 'urging';
  reason: 'not-received' | 'late';
  note: string;
  /** From when the demo begins. */
  dueInMs: number;
  /** A text that she keeps with it. */
  file: { name: string; text: string } | null;
}

/** The bank's letter as Seller Central passes it on, without a buyer's data. */
const bankLetter = [
  'Subject: Chargeback notification',
  '',
  'The buyer told their bank that the order did not arrive.',
  'To dispute the chargeback, reply with the tracking number, the proof of delivery',
  'and the item description. If we do not hear from you in time, we will refund the buyer.',
].join('\n');

export const demoOwnCases: readonly DemoOwnCase[] = [
  {
    platform: 'amazon',
    stages: ['delivered'],
    kind: 'chargeback',
    reason: 'not-received',
    note: '银行来信：持卡人说没收到货。要交签收证明、物流记录和商品说明，只能交一次。',
    dueInMs: 4 * 24 * hour + 5 * hour,
    file: { name: 'chargeback-letter.txt', text: bankLetter },
  },
  {
    platform: 'taobao',
    stages: ['in-transit', 'declared'],
    kind: 'urging',
    reason: 'late',
    note: '旺旺上催了两次，问周五前能不能到。',
    dueInMs: 6 * hour,
    file: null,
  },
];
