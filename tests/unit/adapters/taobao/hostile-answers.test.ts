import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { taobaoFactory } from '../../../../src-main/adapters/platforms/taobao/taobao-factory.ts';
import type { HttpResponse } from '../../../../src-main/app/ports/http.ts';
import { type PlatformConnector, PlatformFault } from '../../../../src-main/app/ports/platform-connector.ts';
import { freePacer } from '../../../support/free-pacer.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';
import { tradeNode } from './samples.ts';

const NOW_MS = Date.parse('2026-11-22T06:00:00Z');

/** A connector whose platform answers each call with what `answer` makes of the API's name. */
function connectorTo(answer: (api: string, form: URLSearchParams) => string, status = 200): PlatformConnector {
  const send = async ({ body = '' }: { readonly body?: string }): Promise<HttpResponse> => {
    const form = new URLSearchParams(body);
    const bytes = new TextEncoder().encode(answer(form.get('method') ?? '', form));
    return { status, headers: { date: new Date(NOW_MS).toUTCString() }, bytes };
  };
  return taobaoFactory({
    http: { send },
    clock: { nowMs: () => NOW_MS, after: () => () => undefined },
    makePacer: freePacer(),
  }).create(
    {
      appKey: '34567890',
      appSecret: '0demo5hop0secret0not0a0real0one0',
      sessionKey: '6100demo0session0key0of0the0shop',
    },
    { notebook: memoryNotebook() },
  );
}

const rooted = (api: string, inside: unknown) =>
  writeJson({ [`${api.replace('taobao.', '').replaceAll('.', '_')}_response`]: inside });

/** What a platform may do is an outcome or a PlatformFault, never another error. */
async function survives(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(PlatformFault);
  }
}

async function survivesAll(connector: PlatformConnector): Promise<void> {
  await survives(() => connector.pull(null));
  await survives(() => connector.pullAfterSales(null));
  await survives(() => connector.listOpen());
  await survives(() => connector.get('71000'));
  await survives(() => connector.carriers('71000'));
  await survives(() => connector.revealAddress('71000'));
  await survives(() => connector.cancelReasons('71000'));
  expect((await connector.check()).kind).toMatch(/^(ok|failed)$/);
  expect((await connector.fetchLabel('71000', 'ZTO:78000')).kind).toMatch(
    /^(ready|pending|not-ready|failed|needs-login)$/,
  );
  const stock = { kind: 'push-stock', remoteId: '1:2', sku: 'A', quantity: 1 } as const;
  expect((await connector.push(stock, 'k')).kind).toMatch(/^(done|unknown|retry|rejected|rate-limited|needs-login)$/);
  expect((await connector.confirm(stock, 'k')).kind).toMatch(/^(done|not-done|unknown|failed)$/);
}

describe('a hostile answer', () => {
  it('of any text is survived', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.constantFrom(200, 302, 404, 429, 502), async (text, status) => {
        const connector = connectorTo(() => text, status);
        await survivesAll(connector);
        // A damaged cursor begins anew.
        await survives(() => connector.pull(text));
        await survives(() => connector.pullAfterSales(text));
      }),
      { numRuns: 40 },
    );
  });

  it('of any JSON in the right place is survived', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (inside) => {
        await survivesAll(connectorTo((api) => rooted(api, inside)));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['<?xml version="1.0"?><trades_sold_get_response/>', '<html>502 Bad Gateway</html>', '', '[]', '{}', 'null'])(
    'like %s is asked for again',
    async (text) => {
      await expect(connectorTo(() => text).pull(null)).rejects.toMatchObject({
        outcome: { kind: 'retry', code: 'unexpected-answer' },
      });
    },
  );

  it('with one odd trade loses none of the others', async () => {
    const trades = [
      tradeNode({ tid: '71000' }),
      tradeNode({ tid: 'x' }),
      tradeNode({ tid: '71002' }, [{ num: 'two' }]),
    ];
    const connector = connectorTo((api, form) => {
      if (api === 'taobao.trade.fullinfo.get') return rooted(api, { trade: tradeNode({ tid: form.get('tid') }) });
      return rooted(api, { total_results: 3, trades: { trade: trades } });
    });
    const page = await connector.pull(null);
    expect(page.snapshots.map((one) => one.facts.remoteId)).toEqual(['71000']);
    expect(page.odd.map((one) => [one.remoteId, one.reason])).toEqual([
      [null, 'unreadable:tid'],
      ['71002', 'unreadable:orders.0.num'],
    ]);
  });

  it('without wrappers around its lists is read as well', async () => {
    const connector = connectorTo((api) =>
      rooted(api, { total_results: 1, trades: [tradeNode({ status: 'WAIT_BUYER_PAY' })] }),
    );
    expect((await connector.pull(null)).snapshots).toHaveLength(1);
  });
});
