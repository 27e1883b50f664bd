import type { CoupangFaults } from '../faults.ts';
import { int64 } from './view.ts';

/** Whether the platform says "try again" with a code; a code that is not here has no retry flag of its own and says no. */
const retries = {
  OK: false,
  NOT_FOUND_SHIPMENT_BOX: true,
  INVALID_STATUS: false,
  PERMISSION_DENIED: false,
  DUPLICATE_INVOICE_NUMBER: true,
  INVALID_INVOICE_NUMBER: true,
  ORDER_DELIVERY_CANCELED: false,
  ORDER_DELIVERY_PARTIAL_STOP_REQUESTED: true,
  ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL: true,
  NOT_ALLOW_INVOICE_NUMBER_RE_UPLOAD: false,
  NOT_FOUND_INVOICE_NUMBER: false,
  NOT_FOUND_VENDOR_ITEM: false,
  NOT_ALLOW_VENDOR_DIRECT: false,
  PSD_NOT_ALLOW_TO_CHANGE: false,
  NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY: false,
  IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY: false,
  NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM: false,
  UNDEFINED_ERROR_OCCUR: true,
} as const;

/** The table of coupang.md section 7. */
export type ResultCode = keyof typeof retries;

/** The platform's word on one box. */
export interface BoxVerdict {
  shipmentBoxId: string;
  code: ResultCode;
  /** Null where the official sample of a success has null. */
  message: string | null;
}

/**
 * HTTP 200 with a verdict for each box. `responseCode`: -1 nothing was asked, 0 success, 1 partial, 99 all failed (official table; one
 * sample has -1 for "all failed", which a fault brings back).
 */
export function verdictsAnswer(verdicts: readonly BoxVerdict[], faults: CoupangFaults): Record<string, unknown> {
  const taken = verdicts.filter((verdict) => verdict.code === 'OK').length;
  const summary = summaryOf(taken, verdicts.length, faults);
  return {
    code: '200',
    message: 'OK',
    data: {
      responseKey: -7_326_489_997_410_939_972n,
      responseCode: summary.code,
      responseMessage: summary.message,
      responseList: verdicts.map((verdict) => ({
        shipmentBoxId: int64(verdict.shipmentBoxId),
        succeed: verdict.code === 'OK',
        resultCode: verdict.code,
        retryRequired: retries[verdict.code],
        resultMessage: verdict.message,
      })),
    },
  };
}

function summaryOf(taken: number, all: number, faults: CoupangFaults): { code: number; message: string } {
  if (all === 0) return { code: -1, message: 'NONE' };
  if (taken === all) return { code: 0, message: 'SUCCESS' };
  if (taken > 0) return { code: 1, message: 'Partial errors.' };
  return { code: faults.has('all-failed-minus-one') ? -1 : 99, message: 'All failed.' };
}
