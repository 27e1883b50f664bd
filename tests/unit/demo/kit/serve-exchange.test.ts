import { describe, expect, it, onTestFinished } from 'vitest';
import { FaultSwitchboard, type NetworkFault } from '../../../../src-main/demo/kit/faults/fault-switchboard.ts';
import { jsonAnswer } from '../../../../src-main/demo/kit/http/answer.ts';
import { bodyText } from '../../../../src-main/demo/kit/http/asked.ts';
import { createLoopbackServer } from '../../../../src-main/demo/kit/http/loopback-server.ts';
import { RequestLog } from '../../../../src-main/demo/kit/http/request-log.ts';
import { serveExchange, type Service } from '../../../../src-main/demo/kit/http/serve-exchange.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

async function start(changes: Partial<Service<NetworkFault>> = {}) {
  const faults = new FaultSwitchboard<NetworkFault>(seededRandom(1));
  const log = new RequestLog();
  const service: Service<NetworkFault> = {
    clock: { nowMs: () => Date.parse('2026-11-22T06:00:00Z') },
    faults,
    log,
    mostBodyBytes: 10,
    control: null,
    early: () => null,
    answer: (asked) => jsonAnswer(200, { heard: bodyText(asked), at: asked.target }),
    tooLarge: () => jsonAnswer(413, 'too large'),
    badAddress: () => jsonAnswer(400, 'no address'),
    broken: (error) => jsonAnswer(500, String(error)),
    ...changes,
  };
  const server = createLoopbackServer((request, response) => serveExchange(service, request, response));
  const { url } = await server.start();
  onTestFinished(() => server.stop());
  return { url, faults, log };
}

describe('the server of the kit', () => {
  it('answers on one connection, records bytes, times and status', async () => {
    const { url, log } = await start();
    const reply = await fetch(`${url}/a%20b?x=1+2`, { method: 'POST', body: 'день' });
    expect([await reply.json(), reply.headers.get('date'), reply.headers.get('connection')]).toEqual([
      { heard: 'день', at: '/a%20b?x=1+2' },
      'Sun, 22 Nov 2026 06:00:00 GMT',
      'keep-alive',
    ]);
    expect(log.requests()).toMatchObject([{ method: 'POST', target: '/a%20b?x=1+2', status: 200 }]);
    expect(Buffer.from(log.requests()[0]!.body).toString()).toBe('день');
  });

  it('refuses what is too large, and survives its own mistakes', async () => {
    const { url } = await start({
      answer: () => {
        throw new Error('oops');
      },
    });
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(11) })).status).toBe(413);
    const broken = await fetch(url);
    expect([broken.status, await broken.json()]).toEqual([500, 'Error: oops']);
  });

  it('sends no length with 204', async () => {
    const { url } = await start({ answer: () => ({ status: 204, headers: {}, body: '' }) });
    const reply = await fetch(url);
    expect([reply.status, reply.headers.get('content-length')]).toEqual([204, null]);
  });

  it('falls silent before and after acting', async () => {
    let acted = 0;
    const { url, faults, log } = await start({ answer: () => ((acted += 1), jsonAnswer(200, {})) });
    faults.add({ kind: 'timeout-before-write', path: '/', count: 1 });
    await expect(fetch(url, { method: 'POST' })).rejects.toThrow();
    expect(acted).toBe(0);
    faults.add({ kind: 'timeout-after-write', path: '/', count: 1 });
    await expect(fetch(url, { method: 'POST' })).rejects.toThrow();
    expect(acted).toBe(1);
    expect(log.times().map(({ status }) => status)).toEqual([null, null]);
  });

  it('strikes one method of a path', async () => {
    const { url, faults } = await start();
    faults.add({ kind: 'truncated-json', path: '/*', method: 'DELETE' });
    expect(await (await fetch(url)).text()).toBe('{"heard":"","at":"/"}');
    expect(await (await fetch(url, { method: 'DELETE' })).text()).toBe('{"heard":"');
  });
});
