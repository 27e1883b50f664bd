import { describe, expect, it } from 'vitest';
import { errorIn, unwrapped } from '../../../../src-main/adapters/platforms/aliexpress/error-body.ts';
import {
  banMs,
  type CallFault,
  faultOutcome,
  outcomeCode,
} from '../../../../src-main/adapters/platforms/aliexpress/errors.ts';
import {
  codeWord,
  firstText,
  idOf,
  listOf,
  textOf,
  truthOf,
  wholeOf,
} from '../../../../src-main/adapters/platforms/aliexpress/nodes.ts';
import { ALIEXPRESS_TIMINGS as timings } from '../../../../src-main/adapters/platforms/aliexpress/timings.ts';
import { readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { LIST_SAMPLE, REST_ERROR, SYNC_ERROR, TOKEN_SAMPLE } from './samples.ts';

const json = (text: string) => readJson(text)?.node;
const METHOD = 'aliexpress.trade.seller.orderlist.get';

describe('members of answers', () => {
  const node = json(
    '{"id":9007199254740993,"text":" a ","empty":" ","yes":"true","no":false,"many":{"dto":[1,2]},"one":{"dto":{"a":1}},"flat":[3],"odd":{"a":[],"b":[]}}',
  );

  it('keep every digit and know no difference between number and text', () => {
    expect(idOf(node, 'id')).toBe('9007199254740993');
    expect(wholeOf(node, 'id')).toBeNull();
    expect([textOf(node, 'text'), textOf(node, 'empty'), firstText(node, 'empty', 'text')]).toEqual(['a', null, 'a']);
    expect([truthOf(node, 'yes'), truthOf(node, 'no'), truthOf(node, 'text')]).toEqual([true, false, null]);
    expect(idOf(json('{"id":"12x"}'), 'id')).toBeNull();
  });

  it('are lists, wrapped or not', () => {
    expect(listOf(node, 'many')).toHaveLength(2);
    expect(listOf(node, 'one')).toHaveLength(1);
    expect(listOf(node, 'flat')).toHaveLength(1);
    expect([listOf(node, 'odd'), listOf(node, 'absent'), listOf(null, 'x')]).toEqual([[], [], []]);
  });

  it('become words that may stand in a code', () => {
    expect(codeWord('Ivan Petrov <i@p.ru>')).toBe('Ivan_Petrov_i_p_ru_');
  });
});

describe('an answer', () => {
  it('loses its outer key where it has one', () => {
    const result = textOf(unwrapped(json(LIST_SAMPLE), METHOD) as object, 'request_id');
    expect(result).toBe('…');
    expect(unwrapped(json('{"result":{}}'), METHOD)).toEqual(json('{"result":{}}'));
  });

  it('is no error where it is none', () => {
    for (const text of [LIST_SAMPLE, TOKEN_SAMPLE, '{"result_response":{"is_success":true},"code":"0"}'])
      expect(errorIn(json(text), METHOD)).toBeNull();
  });

  it('is an error on both levels and in the flat form of /rest', () => {
    expect(errorIn(json(REST_ERROR), '/auth/token/create')).toMatchObject({ type: 'ISV', code: 'IncompleteSignature' });
    expect(errorIn(json(SYNC_ERROR), METHOD)).toMatchObject({ code: 'IllegalAccessToken' });
    const nested = `{"aliexpress_trade_seller_orderlist_get_response":${SYNC_ERROR}}`;
    expect(errorIn(json(nested), METHOD)).toMatchObject({ code: 'IllegalAccessToken' });
    const old = '{"error_response":{"code":15,"sub_code":"isv.limited","msg":"Remote service error"}}';
    expect(errorIn(json(old), METHOD)).toMatchObject({ code: 'isv.limited' });
  });
});

describe('a fault', () => {
  const api = (code: string, type = 'ISV', message = ''): CallFault => ({
    kind: 'api',
    error: { type, code, message },
  });
  const of = (fault: CallFault, purpose: 'read' | 'write') => {
    const outcome = faultOutcome(fault, purpose, timings);
    return `${outcome.kind} ${outcomeCode(outcome)}`;
  };

  it.each<readonly [CallFault, string, string]>([
    [api('IncompleteSignature'), 'needs-login wrong-key', 'needs-login wrong-key'],
    [api('AppWhiteIpLimit'), 'needs-login ip-not-allowed', 'needs-login ip-not-allowed'],
    [api('InsufficientPermission'), 'rejected missing-role', 'rejected missing-role'],
    [api('InvalidApiPath'), 'rejected method-removed', 'rejected method-removed'],
    [api('ServiceUnavailable', 'SYSTEM'), 'retry service-unavailable', 'retry service-unavailable'],
    [api('ServiceTimeout', 'ISP'), 'retry ServiceTimeout', 'unknown ServiceTimeout'],
    [api('SystemError', 'SYSTEM'), 'retry SystemError', 'unknown SystemError'],
    [api('IssueOperationRefused', 'ISP'), 'rejected IssueOperationRefused', 'rejected IssueOperationRefused'],
    [{ kind: 'http', status: 502, retryAfterMs: null }, 'retry http-502', 'unknown http-502'],
    [{ kind: 'http', status: 429, retryAfterMs: 9 }, 'rate-limited rate-limited', 'rate-limited rate-limited'],
    [{ kind: 'transport', transport: 'not-sent' }, 'retry not-sent', 'retry not-sent'],
    [{ kind: 'transport', transport: 'timeout' }, 'retry timeout', 'unknown timeout'],
    [{ kind: 'unexpected-answer' }, 'retry unexpected-answer', 'unknown unexpected-answer'],
    [{ kind: 'paced', afterMs: 5 }, 'rate-limited rate-limited', 'rate-limited rate-limited'],
    [{ kind: 'no-session', code: 'code-invalid' }, 'needs-login code-invalid', 'needs-login code-invalid'],
  ])('%j is %s for a read and %s for a write', (fault, read, write) => {
    expect(of(fault, 'read')).toBe(read);
    expect(of(fault, 'write')).toBe(write);
  });

  it('of the limit says for how long', () => {
    const error = (message: string) => ({ type: 'SYSTEM', code: 'ApiCallLimit', message });
    expect(banMs(error('this ban will last 17 more seconds'), timings)).toBe(17_000);
    expect(banMs(error('this ban will last 1 seconds'), timings)).toBe(1_000);
    expect(banMs(error('slow down'), timings)).toBe(timings.rateLimitMs);
    expect(banMs(error('999999 seconds'), timings)).toBe(3_600_000);
    expect(banMs({ type: '', code: 'InvalidCode', message: '5 seconds' }, timings)).toBeNull();
  });
});
