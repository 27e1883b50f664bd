import { describe, expect, it } from 'vitest';
import { firstWord, itemErrorText, readErrorBody } from '../../../../src-main/adapters/platforms/ozon/error-body.ts';
import { type CallFault, faultOutcome } from '../../../../src-main/adapters/platforms/ozon/errors.ts';
import { readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { OZON_TIMINGS } from '../../../../src-main/adapters/platforms/ozon/timings.ts';
import { errorBody } from './samples.ts';

const fault = (status: number, body: unknown, retryAfterMs: number | null = null): CallFault => ({
  kind: 'api',
  error: readErrorBody({
    status,
    headers: {},
    bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  }),
  retryAfterMs,
});
const write = (one: CallFault) => faultOutcome(one, 'write', OZON_TIMINGS);
const read = (one: CallFault) => faultOutcome(one, 'read', OZON_TIMINGS);

const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

describe('faultOutcome', () => {
  it.each([
    [
      'dead key',
      fault(403, errorBody('Invalid Api-Key, please contact support', 7)),
      { kind: 'needs-login', code: 'wrong-key' },
    ],
    [
      'key, other words',
      fault(403, errorBody('Invalid Api-Key, please check the key and try again', 7)),
      { kind: 'needs-login', code: 'wrong-key' },
    ],
    [
      'deactivated',
      fault(403, errorBody('Api-key is deactivated, use another one or generate a new one', 7)),
      { kind: 'needs-login', code: 'key-deactivated' },
    ],
    ['bare 401', fault(401, ''), { kind: 'needs-login', code: 'wrong-key' }],
    [
      'ip',
      fault(403, errorBody('Api-Key is restricted to specific IP addresses', 7)),
      { kind: 'needs-login', code: 'ip-not-allowed' },
    ],
    ['offer', fault(403, errorBody('Offer not signed', 7)), { kind: 'needs-login', code: 'offer-not-signed' }],
    [
      'role',
      fault(403, errorBody('Api-Key is missing a required role for a method', 7)),
      { kind: 'rejected', code: 'missing-role' },
    ],
    [
      'subscription',
      fault(403, errorBody('not available with existing subscription', 7)),
      { kind: 'rejected', code: 'subscription-missing' },
    ],
    ['filter page', fault(403, HTML), { kind: 'retry', code: 'http-403', afterMs: OZON_TIMINGS.circuitOpenMs }],
    ['old version', fault(404, '404 page not found'), { kind: 'rejected', code: 'method-removed' }],
    [
      'old version, json',
      fault(404, errorBody('method is not allowed', 12)),
      { kind: 'rejected', code: 'method-removed' },
    ],
    [
      'legacy shape',
      fault(404, { error: { code: 'NOT_FOUND_ERROR', message: 'POSTING_NOT_FOUND', data: [] } }),
      { kind: 'rejected', code: 'POSTING_NOT_FOUND' },
    ],
    ['text error', fault(400, { error: 'HAS_INCORRECT_STATUS' }), { kind: 'rejected', code: 'HAS_INCORRECT_STATUS' }],
    [
      'word within a sentence',
      fault(400, errorBody('rpc error: desc = UNKNOW_PRODUCT for posting')),
      { kind: 'rejected', code: 'UNKNOW_PRODUCT' },
    ],
    [
      'word in the details',
      fault(400, { code: 3, message: '', details: [{ typeUrl: '', value: 'SHIP_NOT_AVAILABLE' }] }),
      { kind: 'rejected', code: 'SHIP_NOT_AVAILABLE' },
    ],
    [
      'exemplars',
      fault(400, errorBody('EXEMPLAR_INFO_NOT_FILLED_COMPLETELY', 9)),
      { kind: 'rejected', code: 'exemplar-data-needed' },
    ],
    [
      'validation',
      fault(400, errorBody('Request validation error: invalid ListRequest.Limit')),
      { kind: 'rejected', code: 'request-invalid' },
    ],
    ['period', fault(400, errorBody('PERIOD_IS_TOO_LONG')), { kind: 'rejected', code: 'PERIOD_IS_TOO_LONG' }],
    ['words only', fault(409, errorBody('something went sideways', 9)), { kind: 'rejected', code: 'http-409' }],
    [
      'throttled',
      fault(429, errorBody('You have reached request rate limit per second', 8), 2_500),
      { kind: 'rate-limited', afterMs: 2_500 },
    ],
    ['throttled, no header', fault(429, ''), { kind: 'rate-limited', afterMs: OZON_TIMINGS.rateLimitMs }],
    [
      'breaker',
      fault(500, errorBody('Circle is open', 13)),
      { kind: 'retry', code: 'circuit-open', afterMs: OZON_TIMINGS.circuitOpenMs },
    ],
    [
      'not sent',
      { kind: 'transport', transport: 'not-sent' } as const,
      { kind: 'retry', code: 'not-sent', afterMs: null },
    ],
  ])('%s', (_name, one, outcome) => {
    expect(write(one)).toEqual(outcome);
    expect(read(one)).toEqual(outcome);
  });

  it.each([
    ['html 502', fault(502, HTML), 'http-502'],
    ['json 500', fault(500, errorBody('internal', 13)), 'http-500'],
    ['redirect', fault(302, ''), 'http-302'],
    ['timeout', { kind: 'transport', transport: 'timeout' } as const, 'timeout'],
    ['broken', { kind: 'transport', transport: 'broken' } as const, 'broken'],
    ['no JSON under 200', { kind: 'unexpected-answer' } as const, 'unexpected-answer'],
  ])('a write after %s is unknown, a read is tried again', (_name, one, code) => {
    expect(write(one)).toEqual({ kind: 'unknown', code });
    expect(read(one)).toEqual({ kind: 'retry', code, afterMs: null });
  });

  it('carries no free text', () => {
    const outcome = write(fault(400, errorBody('cannot deliver to Иван Тестов, +7 900 000-00-00')));
    expect(outcome).toEqual({ kind: 'rejected', code: 'http-400' });
  });
});

describe('error texts', () => {
  it('reads per-item errors of every shape', () => {
    const text = (json: string) => itemErrorText(readJson(json)!.node);
    expect(text('"A_B"')).toBe('A_B');
    expect(text('[]')).toBe('');
    expect(text('["A_B","C_D"]')).toBe('A_B C_D');
    expect(text('[{"code":"A_B","message":"x"}]')).toBe('A_B x');
    expect(text('null')).toBe('');
    expect(firstWord('', 'see SOME_WORD here')).toBe('SOME_WORD');
    expect(firstWord('only words')).toBeNull();
  });

  it('survives huge, deep and binary bodies', () => {
    for (const body of ['['.repeat(60_000), 'x'.repeat(200_000), '\u0000\uffff']) {
      expect(write(fault(400, body))).toEqual({ kind: 'rejected', code: 'http-400' });
    }
  });
});
