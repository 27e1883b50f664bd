import { describe, expect, it } from 'vitest';
import { readFetchFault } from '../../../../src-main/adapters/http/fetch-fault.ts';

const failed = (cause: unknown) => Object.assign(new TypeError('fetch failed'), { cause });
const coded = (code: string, syscall?: string) => Object.assign(new Error('secret-looking detail'), { code, syscall });

describe('readFetchFault', () => {
  it.each([
    ['refused', failed(coded('ECONNREFUSED')), 'ECONNREFUSED'],
    ['unknown host', failed(coded('ENOTFOUND', 'getaddrinfo')), 'ENOTFOUND'],
    ['connect timeout', failed(coded('UND_ERR_CONNECT_TIMEOUT')), 'UND_ERR_CONNECT_TIMEOUT'],
    ['no route in connect', failed(coded('EHOSTUNREACH', 'connect')), 'EHOSTUNREACH'],
    ['certificate', failed(coded('CERT_HAS_EXPIRED')), 'CERT_HAS_EXPIRED'],
    [
      'all addresses',
      failed(Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH', 'connect')]))),
      'ECONNREFUSED',
    ],
    ['electron refused', new Error('net::ERR_CONNECTION_REFUSED'), 'ERR_CONNECTION_REFUSED'],
    ['electron no name', new Error('net::ERR_NAME_NOT_RESOLVED'), 'ERR_NAME_NOT_RESOLVED'],
    ['electron offline', new Error('net::ERR_INTERNET_DISCONNECTED'), 'ERR_INTERNET_DISCONNECTED'],
  ])('is certain that nothing left: %s', (_name, error, code) => {
    expect(readFetchFault(error)).toEqual({ isBeforeSending: true, code });
  });

  it.each([
    ['reset while reading', failed(coded('ECONNRESET', 'read'))],
    ['no route on an open connection', failed(coded('EHOSTUNREACH', 'read'))],
    ['closed by the other side', failed(coded('UND_ERR_SOCKET'))],
    ['one of two addresses reset', failed(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET', 'read')]))],
    ['electron reset', new Error('net::ERR_CONNECTION_RESET')],
    ['electron network changed', new Error('net::ERR_NETWORK_CHANGED')],
    ['a bare text', 'broken'],
    ['nothing', undefined],
    ['a code that is no code', failed(coded('Bearer abc'))],
  ])('is not certain: %s', (_name, error) => {
    expect(readFetchFault(error).isBeforeSending).toBe(false);
  });

  it('never repeats a message', () => {
    expect(JSON.stringify(readFetchFault(failed(coded('EWEIRD'))))).not.toContain('secret');
    expect(readFetchFault('key=123').code).toBe('unknown');
  });
});
