import type { CancelReason } from '../../../app/ports/platform-connector.ts';

/**
 * The reasons of the documented cancel call (`middleCancelCode` under `bigCancelCode` CANERR). Each lowers the
 * seller's score; of a box in preparation the platform records "out of stock" whatever is said.
 */
export const CANCEL_REASONS: readonly CancelReason[] = [
  { id: 'CCTTER', title: '재고 연동 오류 · out of stock', needsMessage: false },
  { id: 'CCPNER', title: '제휴사이트 오류 · address cannot be delivered to', needsMessage: false },
  { id: 'CCPRER', title: '가격 등재 오류 · wrong price', needsMessage: false },
];
