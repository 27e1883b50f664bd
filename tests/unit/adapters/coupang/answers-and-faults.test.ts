import { describe, expect, it } from 'vitest';
import { type CallFault, faultOutcome } from '../../../../src-main/adapters/platforms/coupang/call-fault.ts';
import { isBlockPage, readAnswer } from '../../../../src-main/adapters/platforms/coupang/read-answer.ts';
import { verdictOn } from '../../../../src-main/adapters/platforms/coupang/verdicts.ts';
import { readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';

const response = (status: number, text: string) => ({ status, headers: {}, bytes: new TextEncoder().encode(text) });

describe('an answer', () => {
  it.each(['200', '"200"', '"SUCCESS"', '"success"', '"PARTIAL"'])('with code %s is good', (code) => {
    expect(readAnswer(response(200, `{"code":${code},"data":[]}`)).ok).toBe(true);
  });

  it('may have its code inside data', () => {
    expect(readAnswer(response(200, '{"data":{"code":"200","message":"OK","resultCode":"SUCCESS"}}')).ok).toBe(true);
  });

  it.each([
    [200, '{"code":"ERROR","message":"Internal Exception"}', { kind: 'failed-in-200' }],
    [200, '{"code":"400","message":"해당 주문이 취소 또는 반품되었습니다."}', { kind: 'api', status: 400 }],
    [200, '<html>', { kind: 'unexpected-answer' }],
    [200, '[]', { kind: 'unexpected-answer' }],
    [200, '{}', { kind: 'unexpected-answer' }],
    [400, '{"code":"ERROR","message":"Invalid vendor ID"}', { kind: 'api', status: 400, message: 'Invalid vendor ID' }],
    [504, 'gone', { kind: 'api', status: 504, message: '' }],
  ])('%d %s is no good', (status, text, fault) => {
    expect(readAnswer(response(status, text))).toMatchObject({ ok: false, fault });
  });

  it('knows a door that was shut', () => {
    expect(isBlockPage(response(302, ''))).toBe(true);
    expect(isBlockPage(response(403, '<HTML><TITLE>Access Denied</TITLE>'))).toBe(true);
    expect(isBlockPage(response(403, '{"code":"ERROR","message":"IP_NOT_ALLOWED"}'))).toBe(false);
  });

  it('carries a verdict on each box; the sample of a refusal', () => {
    const body = readJson(
      '{"code":"200","message":"OK","data":{"responseCode":-1,"responseMessage":"...","responseList":[{"shipmentBoxId":642538970006401429,"succeed":false,"resultCode":"INVALID_STATUS","retryRequired":false,"resultMessage":"..."}]}}',
    )?.node;
    expect(verdictOn(body, '642538970006401429')).toEqual({ isDone: false, code: 'INVALID_STATUS' });
    expect(verdictOn(body, '642538970006401428')).toBeNull();
    expect(verdictOn(null, '1')).toBeNull();
  });
});

const api = (status: number, message = ''): CallFault => ({ kind: 'api', status, message });

describe('a fault', () => {
  it.each<[CallFault, object, object]>([
    [
      api(400, 'Invalid vendor ID'),
      { kind: 'rejected', code: 'vendor-id-wrong' },
      { kind: 'rejected', code: 'vendor-id-wrong' },
    ],
    [api(400, 'who knows'), { kind: 'rejected', code: 'http-400' }, { kind: 'rejected', code: 'http-400' }],
    [
      api(401, 'Invalid signature.'),
      { kind: 'needs-login', code: 'wrong-key' },
      { kind: 'needs-login', code: 'wrong-key' },
    ],
    [api(401, 'Specified signature is expired.'), { kind: 'retry', code: 'signature-expired' }, { kind: 'retry' }],
    [
      api(403, '[FORBIDDEN] Not allowed IP 1.2.3.4'),
      { kind: 'needs-login', code: 'ip-not-allowed' },
      { kind: 'needs-login' },
    ],
    [api(403, 'no'), { kind: 'needs-login', code: 'forbidden' }, { kind: 'needs-login' }],
    [api(404), { kind: 'needs-login', code: 'vendor-id-wrong' }, { kind: 'needs-login' }],
    [api(410), { kind: 'rejected', code: 'method-removed' }, { kind: 'rejected' }],
    [api(412), { kind: 'retry' }, { kind: 'retry' }],
    [api(423), { kind: 'retry' }, { kind: 'retry' }],
    [api(500), { kind: 'retry' }, { kind: 'unknown', code: 'http-500' }],
    [api(504), { kind: 'retry' }, { kind: 'unknown', code: 'http-504' }],
    [api(521), { kind: 'retry', code: 'provider-down' }, { kind: 'retry', code: 'provider-down' }],
    [api(524), { kind: 'retry' }, { kind: 'unknown' }],
    [{ kind: 'failed-in-200', message: '' }, { kind: 'retry' }, { kind: 'unknown' }],
    [{ kind: 'transport', transport: 'not-sent' }, { kind: 'retry' }, { kind: 'retry', code: 'not-sent' }],
    [{ kind: 'transport', transport: 'timeout' }, { kind: 'retry' }, { kind: 'unknown', code: 'timeout' }],
    [
      { kind: 'throttled', afterMs: 5 },
      { kind: 'rate-limited', afterMs: 5 },
      { kind: 'rate-limited', afterMs: 5 },
    ],
    [
      { kind: 'blocked', afterMs: 5 },
      { kind: 'retry', code: 'blocked' },
      { kind: 'retry', code: 'blocked' },
    ],
  ])('%j means for a read %j, for a write %j', (fault, read, write) => {
    expect(faultOutcome(fault, 'read')).toMatchObject(read);
    expect(faultOutcome(fault, 'write')).toMatchObject(write);
  });

  it('never tells the text of the platform', () => {
    for (const status of [400, 401, 403, 404, 500])
      expect(JSON.stringify(faultOutcome(api(status, 'secret 홍길동'), 'write'))).not.toContain('secret');
  });
});
