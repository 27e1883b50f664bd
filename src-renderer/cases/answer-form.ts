import type { AfterSaleView } from '../../src-main/contract/methods/after-sales.ts';

export type AnswerAction = AfterSaleView['actions'][number];
type Money = NonNullable<AfterSaleView['amount']>;

/** What an answer asks the seller for. */
export interface AnswerNeeds {
  readonly text: 'none' | 'optional' | 'needed';
  readonly hasAmount: boolean;
  readonly parcel: 'none' | 'optional' | 'needed';
  /** Money or goods go out and do not come back: asked once more. */
  readonly isGrave: boolean;
}

const NEEDS: Readonly<Record<AnswerAction, AnswerNeeds>> = {
  accept: { text: 'none', hasAmount: false, parcel: 'none', isGrave: true },
  refuse: { text: 'needed', hasAmount: false, parcel: 'none', isGrave: false },
  offer: { text: 'needed', hasAmount: true, parcel: 'none', isGrave: true },
  'stop-shipment': { text: 'none', hasAmount: false, parcel: 'none', isGrave: true },
  'already-shipped': { text: 'none', hasAmount: false, parcel: 'optional', isGrave: false },
  'confirm-received': { text: 'none', hasAmount: false, parcel: 'none', isGrave: true },
  'approve-refund': { text: 'none', hasAmount: false, parcel: 'none', isGrave: true },
  'send-exchange': { text: 'none', hasAmount: false, parcel: 'needed', isGrave: false },
  reply: { text: 'needed', hasAmount: false, parcel: 'none', isGrave: false },
  close: { text: 'none', hasAmount: false, parcel: 'none', isGrave: false },
};

/** What this answer needs. Coupang takes no word for a parcel: it wants the number of what has left. */
export function needsOf(action: AnswerAction, platform: AfterSaleView['platform']): AnswerNeeds {
  const needs = NEEDS[action];
  return needs.parcel === 'optional' && platform === 'coupang' ? { ...needs, parcel: 'needed' } : needs;
}

export interface AnswerValues {
  readonly text: string;
  readonly amount: string;
  readonly trackingNumber: string;
  readonly carrier: string;
}

export const NO_ANSWER: AnswerValues = { text: '', amount: '', trackingNumber: '', carrier: '' };

/** Fields that keep an answer from being sent; an amount is never above the one that is asked for. */
export function answerFaults(needs: AnswerNeeds, values: AnswerValues, asked: Money | null): (keyof AnswerValues)[] {
  const faults: (keyof AnswerValues)[] = [];
  if (needs.text === 'needed' && values.text.trim() === '') faults.push('text');
  if (needs.hasAmount) {
    const amount = asked === null ? null : readAmount(values.amount, asked.currency);
    if (amount === null || asked === null || amount.minor > asked.minor) faults.push('amount');
  }
  if (needs.parcel === 'needed' && values.trackingNumber.trim() === '') faults.push('trackingNumber');
  return faults;
}

/** "12.50" or "12,50" as minor units of the currency; null when it is no amount above zero. Decimals beyond the currency's are refused. */
export function readAmount(text: string, currency: string): Money | null {
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (match === null) return null;
  const digits = decimalsOf(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  const minor = Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0');
  return minor > 0 ? { minor, currency } : null;
}

/** An amount as the field shows it: "12.50". */
export function amountText(amount: Money): string {
  const digits = decimalsOf(amount.currency);
  return (amount.minor / 10 ** digits).toFixed(digits);
}

function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
