import { describe, expect, it } from 'vitest';
import { member, readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { type ApiError, readErrorBody, suffixOf } from '../../../../src-main/adapters/platforms/taobao/error-body.ts';
import { faultOutcome } from '../../../../src-main/adapters/platforms/taobao/errors.ts';
import { sendFault } from '../../../../src-main/adapters/platforms/taobao/send-errors.ts';
import { TAOBAO_TIMINGS } from '../../../../src-main/adapters/platforms/taobao/timings.ts';
import type { ApiName } from '../../../../src-main/adapters/platforms/taobao/apis.ts';

const error = (code: number, subCode = '', subMessage = ''): ApiError => ({ code, message: 'x', subCode, subMessage });
const fault = (given: ApiError, api: ApiName = 'taobao.trades.sold.get') =>
  ({ kind: 'api', api, error: given }) as const;
const read = (given: ApiError) => faultOutcome(fault(given), 'read', TAOBAO_TIMINGS);
const write = (given: ApiError) => faultOutcome(fault(given), 'write', TAOBAO_TIMINGS);

describe('the error body', () => {
  it("is read as in the documents' sample", () => {
    const text =
      '{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.logistics-offline-service-error:B04",' +
      '"sub_msg":"…","request_id":"eonzx7q4qjvg"}}';
    const found = readErrorBody(readJson(text)?.node);
    expect(found).toMatchObject({ code: 15, subCode: 'isv.logistics-offline-service-error:B04' });
    expect(suffixOf(found!)).toBe('B04');
  });

  it('is none in a good answer', () => expect(readErrorBody(member(null, 'x'))).toBeNull());
});

describe('platform codes', () => {
  it.each([
    [
      error(7, 'accesscontrol.limited-by-api-access-count', 'This ban will last for 7 more seconds'),
      { kind: 'rate-limited', afterMs: 7_000 },
    ],
    [error(8), { kind: 'rate-limited', afterMs: 2_000 }],
    [error(10), { kind: 'retry', code: 'service-unavailable' }],
    [error(11, 'isv.permission-api-package-limit'), { kind: 'rejected', code: 'missing-role:taobao.trades.sold.get' }],
    [error(11, 'isv.permission-ip-whitelist-limit'), { kind: 'needs-login', code: 'ip-not-allowed' }],
    [error(12, 'isv.user-not-sub-account'), { kind: 'rejected', code: 'user-permission-missing' }],
    [error(25, 'isv.invalid-signature'), { kind: 'needs-login', code: 'wrong-key' }],
    [error(26), { kind: 'needs-login', code: 'token-expired' }],
    [error(27, 'session-expired'), { kind: 'needs-login', code: 'token-expired' }],
    [error(29), { kind: 'needs-login', code: 'wrong-key' }],
    [error(31), { kind: 'retry', code: 'clock-off' }],
    [error(41, 'isv.invalid-parameter:fields'), { kind: 'rejected', code: 'invalid-parameter:fields' }],
    [error(22), { kind: 'rejected', code: 'top-22' }],
  ])('%j', (given, outcome) => {
    expect(read(given)).toMatchObject(outcome);
    expect(write(given)).toMatchObject(outcome);
  });

  it("the platform's own trouble leaves a write open", () => {
    expect(read(error(15, 'isp.top-remote-connection-timeout'))).toMatchObject({ kind: 'retry' });
    expect(write(error(15, 'isp.top-remote-connection-timeout'))).toMatchObject({ kind: 'unknown' });
    expect(write(error(50))).toEqual({ kind: 'unknown', code: 'remote-service-error' });
  });

  it('no free text gets into a code', () =>
    expect(read(error(15, 'isv.x:张三 朝阳路'))).toEqual({ kind: 'rejected', code: 'x:_' }));
});

const SHIP = 'isv.logistics-offline-service-error:';
const RESEND = 'isv.logistics-update-company-or-mailno-error:';

describe('shipping errors', () => {
  it.each([
    ['B01', 'order-unknown', false, false],
    ['B04', 'logistics-offline-service-error:B04', true, false],
    ['B27', 'logistics-offline-service-error:B27', true, false],
    ['B56', 'carrier-unknown', false, false],
    ['B57', 'carrier-not-allowed', false, false],
    ['B60', 'number-refused', false, false],
    ['B98', 'shipping-kind-mismatch', false, false],
    ['B101', 'address-not-yours', false, false],
    ['F', 'number-judged-fake', false, false],
    ['F06', 'number-judged-fake', false, false],
    ['CD22', 'logistics-offline-service-error:CD22', false, true],
    ['P38', 'logistics-offline-service-error:P38', false, true],
  ])('%s', (suffix, code, isPerhapsDone, isSplit) => {
    const found = sendFault(fault(error(15, SHIP + suffix), 'taobao.logistics.offline.send'), TAOBAO_TIMINGS);
    expect(found).toEqual({ outcome: { kind: 'rejected', code }, isPerhapsDone, isSplit });
  });

  it.each(['B150', 'S01'])('%s is for later', (suffix) =>
    expect(sendFault(fault(error(15, SHIP + suffix)), TAOBAO_TIMINGS).outcome).toMatchObject({
      kind: 'retry',
      code: suffix,
    }),
  );

  it.each([
    ['P01', 'order-unknown'],
    ['P03', 'carrier-unknown'],
    ['P08', 'too-late-to-correct'],
    ['P10', 'number-refused'],
    ['CD19', 'not-shipped-yet'],
  ])('of a correction %s', (suffix, code) => {
    const found = sendFault(fault(error(15, RESEND + suffix), 'taobao.logistics.consign.resend'), TAOBAO_TIMINGS);
    expect(found.outcome).toEqual({ kind: 'rejected', code });
  });
});
