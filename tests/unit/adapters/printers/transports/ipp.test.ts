import fc from 'fast-check';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeResponse } from '../../../../../src-main/adapters/printers/transports/ipp/decode-response.ts';
import { cutText, encodeRequest } from '../../../../../src-main/adapters/printers/transports/ipp/encode-request.ts';
import {
  exchange,
  IppRefused,
  IppUnreachable,
} from '../../../../../src-main/adapters/printers/transports/ipp/exchange.ts';
import { IppFault } from '../../../../../src-main/adapters/printers/transports/ipp/ipp-fault.ts';
import {
  flagOf,
  groupOf,
  numberOf,
  textOf,
  textsOf,
} from '../../../../../src-main/adapters/printers/transports/ipp/read-attributes.ts';

/** RFC 8010 §A.1, the example Print-Job request, as far as ours has the same attributes. */
const PRINT_JOB = [
  ['0200 0002 00000001', 'version, operation, request'],
  ['01', 'operation attributes'],
  ['47 0012 617474726962757465732d63686172736574 0005 7574662d38', 'attributes-charset'],
  ['48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0002 656e', 'attributes-natural-language'],
  ['45 000b 7072696e7465722d757269 0003 6970 70', 'printer-uri'],
  ['02', 'job attributes'],
  ['21 0006 636f70696573 0004 00000014', 'copies'],
  ['44 0005 7369646573 0013 74776f2d73696465642d6c6f6e672d65646765', 'sides'],
  ['03', 'end'],
]
  .map(([hex]) => hex)
  .join('')
  .replaceAll(' ', '');

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

/** A response with these bytes behind its header. */
function response(groups: string, status = '0000'): Uint8Array {
  return hex(`0200 ${status} 00000007 ${groups}`);
}

describe('an IPP request', () => {
  it('is as the standard draws it', () => {
    const bytes = encodeRequest({
      operation: 2,
      requestId: 1,
      operationAttributes: { 'printer-uri': { tag: 'uri', value: 'ipp' } },
      jobAttributes: {
        copies: { tag: 'integer', value: 20 },
        sides: { tag: 'keyword', value: 'two-sided-long-edge' },
      },
    });
    expect(Buffer.from(bytes).toString('hex')).toBe(PRINT_JOB);
  });

  it('is read back by the decoder: lists, collections, flags, other letters', () => {
    const bytes = encodeRequest({
      operation: 0,
      requestId: 7,
      operationAttributes: {
        'requested-attributes': [
          { tag: 'keyword', value: 'one' },
          { tag: 'keyword', value: 'two' },
        ],
        'job-name': { tag: 'name', value: '面单 №5' },
        'ipp-attribute-fidelity': { tag: 'boolean', value: true },
      },
      jobAttributes: {
        'media-col': {
          tag: 'collection',
          value: {
            'media-size': { tag: 'collection', value: { 'x-dimension': { tag: 'integer', value: 10_000 } } },
            'media-type': { tag: 'keyword', value: 'labels' },
          },
        },
        priority: { tag: 'enum', value: -3 },
      },
    });
    const read = decodeResponse(bytes);
    const operation = groupOf(read, 1);
    expect(textsOf(operation, 'requested-attributes')).toEqual(['one', 'two']);
    expect(textOf(operation, 'job-name')).toBe('面单 №5');
    expect(flagOf(operation, 'ipp-attribute-fidelity')).toBe(true);
    const media = groupOf(read, 2).get('media-col')?.[0];
    expect(media).toEqual(
      new Map<string, unknown>([
        ['media-size', [new Map([['x-dimension', [10_000]]])]],
        ['media-type', ['labels']],
      ]),
    );
    expect(numberOf(groupOf(read, 2), 'priority')).toBe(-3);
  });

  it('cuts long names between characters', () => {
    expect(cutText('label', 255)).toBe('label');
    expect(cutText('面单面单', 7)).toBe('面单');
    expect(Buffer.byteLength(cutText('🙂'.repeat(100), 127))).toBe(124);
  });
});

describe('an IPP answer', () => {
  it('with unknown and no-value, language texts and unknown types', () => {
    const read = decodeResponse(
      response('02 13 0001 61 0000  35 0001 62 0009 0002 656e 0003 616263  30 0001 63 0002 ffee 03'),
    );
    expect([...groupOf(read, 2)]).toEqual([
      ['a', [null]],
      ['b', ['abc']],
      ['c', [Uint8Array.of(0xff, 0xee)]],
    ]);
  });

  it.each([
    ['empty', ''],
    ['another version', '0900 0000 00000007 03'],
    ['no end', '0200 0000 00000007 01'],
    ['a value before any group', '0200 0000 00000007 21 0001 61 0004 00000001 03'],
    ['a value without a name', '0200 0000 00000007 02 21 0000 0004 00000001 03'],
    ['a name longer than the answer', '0200 0000 00000007 02 21 ffff 61'],
    ['a value longer than the answer', '0200 0000 00000007 02 41 0001 61 ffff 61'],
    ['an integer of three bytes', '0200 0000 00000007 02 21 0001 61 0003 000001 03'],
    ['a flag of two bytes', '0200 0000 00000007 02 22 0001 61 0002 0001 03'],
    ['an end of a collection alone', '0200 0000 00000007 02 37 0001 61 0000 03'],
    ['a collection without an end', '0200 0000 00000007 02 34 0001 61 0000 03'],
    [
      'a collection member without a name',
      '0200 0000 00000007 02 34 0001 61 0000 21 0000 0004 00000001 37 0000 0000 03',
    ],
    ['a named value in a collection', '0200 0000 00000007 02 34 0001 61 0000 21 0001 62 0004 00000001 37 0000 0000 03'],
    ['endless collections', `0200 0000 00000007 02 34 0001 61 0000 ${'4a 0000 0001 62 34 0000 0000'.repeat(50)}`],
    ['a broken language text', '0200 0000 00000007 02 35 0001 61 0002 ffff 03'],
  ])('that breaks the rules: %s', (_, bytes) => {
    expect(() => decodeResponse(hex(bytes))).toThrow(IppFault);
  });

  it('made of garbage is read or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        try {
          decodeResponse(Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 7, 2, ...tail]));
        } catch (error) {
          expect(error).toBeInstanceOf(IppFault);
        }
      }),
    );
  });
});

describe('a hostile print system', () => {
  const REQUEST = { operation: 0x000b, requestId: 7, operationAttributes: {} };

  async function server(answer: (end: (status: number, body: Uint8Array) => void) => void) {
    const http = createServer((incoming, outgoing) => {
      incoming.resume();
      incoming.on('end', () =>
        answer((status, body) => {
          outgoing.statusCode = status;
          outgoing.end(body);
        }),
      );
    });
    onTestFinished(() => {
      http.closeAllConnections();
      http.close();
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return { host: '127.0.0.1', port: (http.address() as AddressInfo).port };
  }

  it('answers', async () => {
    const where = await server((end) => end(200, response('03')));
    expect((await exchange(where, '/', REQUEST)).status).toBe(0);
  });

  it('answers to somebody else, or in HTML', async () => {
    const other = await server((end) => end(200, hex('0200 0000 00000008 03')));
    await expect(exchange(other, '/', REQUEST)).rejects.toThrow(IppFault);
    const page = await server((end) => end(200, new TextEncoder().encode('<html>')));
    await expect(exchange(page, '/', REQUEST)).rejects.toThrow(IppFault);
  });

  it('wants a password', async () => {
    const where = await server((end) => end(401, new Uint8Array()));
    await expect(exchange(where, '/', REQUEST)).rejects.toEqual(new IppRefused(401));
  });

  it('answers without end', async () => {
    const where = await server((end) => end(200, new Uint8Array(9 * 1024 * 1024)));
    await expect(exchange(where, '/', REQUEST)).rejects.toMatchObject({ code: 'EMSGSIZE' });
  });

  it('is not there: nothing left', async () => {
    const nowhere = exchange({ host: '127.0.0.1', port: 1 }, '/', REQUEST);
    await expect(nowhere).rejects.toBeInstanceOf(IppUnreachable);
    await expect(nowhere).rejects.toMatchObject({ code: 'ECONNREFUSED', wasSent: false });
  });
});
