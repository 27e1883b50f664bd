import type { Outcome } from '../../../app/ports/platform-connector.ts';
import { suffixOf } from './error-body.ts';
import { type CallFault, faultOutcome } from './errors.ts';
import type { TaobaoTimings } from './timings.ts';

/** Suffixes of the shipping services' errors → our names for what the seller has to do (错误码 of logistics.offline.send, consign.resend). */
const SEND_CODES: Readonly<Record<string, string>> = {
  B01: 'order-unknown',
  P02: 'order-unknown',
  B56: 'carrier-unknown',
  B57: 'carrier-not-allowed',
  B58: 'carrier-unknown',
  B59: 'number-missing',
  B60: 'number-refused',
  B98: 'shipping-kind-mismatch',
  CD01: 'shipping-kind-mismatch',
  CD86: 'shipping-kind-mismatch',
  B101: 'address-not-yours',
  F: 'number-judged-fake',
  F01: 'number-judged-fake',
  F02: 'number-judged-fake',
  F03: 'number-judged-fake',
  F04: 'number-judged-fake',
  F05: 'number-judged-fake',
  F06: 'number-judged-fake',
};

const RESEND_CODES: Readonly<Record<string, string>> = {
  P01: 'order-unknown',
  P03: 'carrier-unknown',
  P05: 'shipping-kind-mismatch',
  P06: 'order-state-forbids',
  P08: 'too-late-to-correct',
  P10: 'number-refused',
  CD19: 'not-shipped-yet',
};

/** Suffixes that the call also gets when it has happened already: a look at the trade tells them apart. */
const PERHAPS_DONE: ReadonlySet<string> = new Set(['B02', 'B04', 'B27', 'B55', 'CD26', 'P06', 'P07']);

/** Split rules: the trade has been split meanwhile, so the call must be made again as a split one. */
const SPLIT = /^(CD2[2-9]|CD3[01]|B05|B06|P25|P38)$/;

export interface SendFault {
  readonly outcome: Outcome;
  readonly isPerhapsDone: boolean;
  readonly isSplit: boolean;
}

/** What a fault of a shipping call means. */
export function sendFault(fault: CallFault, timings: TaobaoTimings): SendFault {
  const outcome = faultOutcome(fault, 'write', timings);
  if (fault.kind !== 'api' || outcome.kind !== 'rejected') return { outcome, isPerhapsDone: false, isSplit: false };
  const suffix = suffixOf(fault.error);
  const isResend = fault.api === 'taobao.logistics.consign.resend';
  const code = (isResend ? RESEND_CODES[suffix] : undefined) ?? SEND_CODES[suffix];
  return {
    outcome: code === undefined ? outcome : { kind: 'rejected', code },
    isPerhapsDone: PERHAPS_DONE.has(suffix),
    isSplit: SPLIT.test(suffix),
  };
}
