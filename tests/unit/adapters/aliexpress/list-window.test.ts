import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectorContext } from '../../../../src-main/adapters/platforms/aliexpress/context.ts';
import {
  LIST_START,
  readWindow,
  type WindowPosition,
} from '../../../../src-main/adapters/platforms/aliexpress/list-window.ts';
import { ALIEXPRESS_TIMINGS } from '../../../../src-main/adapters/platforms/aliexpress/timings.ts';
import { readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';

interface Asked {
  readonly current_page: number;
  readonly page_size: number;
}

/** A platform that pages by offset over a list that the test moves between the calls. */
function walker(list: () => readonly number[], most = 50) {
  const read = async (_name: string, parameters: Readonly<Record<string, unknown>>) => {
    const { current_page: page, page_size: wished } = parameters['param_aeop_order_query'] as Asked;
    const size = Math.min(wished, most);
    const all = list();
    const orders = all.slice((page - 1) * size, page * size).map((id) => ({ order_id: String(id) }));
    const result = {
      success: true,
      current_page: page,
      page_size: size,
      total_page: Math.ceil(all.length / size),
      target_list: orders,
    };
    return { ok: true as const, body: readJson(JSON.stringify({ result }))?.node, atMs: 0 };
  };
  const context = { proxy: { read, write: read }, timings: ALIEXPRESS_TIMINGS } as unknown as ConnectorContext;
  return async (position: WindowPosition) =>
    await readWindow(context, { createdFromMs: 0, modifiedFromMs: null, status: null }, position);
}

/** The plain numbers of a window. */
const idsOf = (orders: readonly unknown[]) => orders.map((order) => Number((order as { order_id: string }).order_id));

async function walk(list: () => readonly number[], between: () => void, most = 50): Promise<Set<number>> {
  const seen = new Set<number>();
  const next = walker(list, most);
  let position: WindowPosition | null = LIST_START;
  for (let turn = 0; position !== null && turn < 500; turn += 1) {
    const window: Awaited<ReturnType<typeof next>> = await next(position);
    for (const id of idsOf(window.orders)) seen.add(id);
    position = window.next;
    between();
  }
  expect(position).toBeNull();
  return seen;
}

describe('a walk through a list that is paged by offset', () => {
  it('misses none that stays, whatever comes and leaves between the pages', async () => {
    const change = fc.record({
      leaving: fc.array(fc.nat(1_000), { maxLength: 20 }),
      coming: fc.nat(8),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 260 }),
        fc.array(change, { maxLength: 12 }),
        async (count, changes) => {
          let list = Array.from({ length: count }, (_unused, index) => index + 1_000);
          let newest = 0;
          const staying = new Set(list);
          const queue = [...changes];
          const seen = await walk(
            () => list,
            () => {
              const { leaving = [], coming = 0 } = queue.shift() ?? {};
              const gone = new Set(leaving.map((index) => list[index % Math.max(1, list.length)]));
              for (const id of gone) staying.delete(id ?? -1);
              list = list.filter((id) => !gone.has(id));
              for (let more = 0; more < coming; more += 1) list.unshift((newest -= 1));
            },
          );
          for (const id of staying) expect(seen).toContain(id);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('copes with a platform that gives fewer on a page than it was asked for', async () => {
    const list = Array.from({ length: 137 }, (_unused, index) => index);
    expect(
      (
        await walk(
          () => list,
          () => undefined,
          20,
        )
      ).size,
    ).toBe(137);
  });

  it('is refused a page that was not asked for', async () => {
    const body = readJson('{"result":{"current_page":7,"target_list":[]}}')?.node;
    const read = async () => ({ ok: true as const, body, atMs: 0 });
    const context = { proxy: { read, write: read }, timings: ALIEXPRESS_TIMINGS } as unknown as ConnectorContext;
    const query = { createdFromMs: 0, modifiedFromMs: null, status: null };
    await expect(readWindow(context, query, LIST_START)).rejects.toMatchObject({ outcome: { code: 'page-repeated' } });
  });
});
