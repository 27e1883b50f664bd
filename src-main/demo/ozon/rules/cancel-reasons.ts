import type { OzonPosting } from '../posting.ts';

export interface CancelReason {
  id: string;
  title: string;
  by: 'seller' | 'buyer';
  /** Some reasons only fit a parcel that is on its way, one only a dispute. */
  when: 'to-pack' | 'on-its-way' | 'dispute' | 'always';
  needsMessage?: true;
}

/** The seven reasons of `/v1/posting/fbs/cancel-reason` in the documents. */
export const cancelReasons: readonly CancelReason[] = [
  { id: '352', title: 'Товар закончился на складе продавца', by: 'seller', when: 'to-pack' },
  { id: '400', title: 'Остался только бракованный товар', by: 'seller', when: 'to-pack' },
  { id: '401', title: 'Продавец отклонил арбитраж', by: 'seller', when: 'dispute' },
  { id: '402', title: 'Другое (вина продавца)', by: 'seller', when: 'always', needsMessage: true },
  { id: '665', title: 'Покупатель не забрал заказ', by: 'buyer', when: 'on-its-way' },
  { id: '666', title: 'Возврат из службы доставки: нет доставки в указанный регион', by: 'seller', when: 'on-its-way' },
  { id: '667', title: 'Заказ утерян службой доставки', by: 'seller', when: 'on-its-way' },
];

/** The reasons the platform would take for this posting now; none once it is final. */
export function reasonsFor(posting: OzonPosting): CancelReason[] {
  const moment = momentOf(posting.status);
  return moment === null ? [] : cancelReasons.filter((reason) => reason.when === 'always' || reason.when === moment);
}

function momentOf(status: string): CancelReason['when'] | null {
  switch (status) {
    case 'awaiting_approve':
    case 'awaiting_verification':
    case 'awaiting_packaging':
    case 'awaiting_registration':
    case 'awaiting_deliver':
      return 'to-pack';
    case 'driver_pickup':
    case 'delivering':
      return 'on-its-way';
    case 'arbitration':
    case 'client_arbitration':
      return 'dispute';
    default:
      return null;
  }
}
